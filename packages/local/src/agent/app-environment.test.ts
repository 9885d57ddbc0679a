import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stateEnvironment } from "./app-environment.ts";

describe("the environment of a state", () => {
  it("has each leaf as text under its dotted key and its upper-case copy", () => {
    const env = stateEnvironment({ slyProjectId: 5, guiState: { model: { source: "Pretrained models" } } });
    expect(env).toMatchObject({
      "modal.state.slyProjectId": "5",
      MODAL_STATE_SLYPROJECTID: "5",
      "modal.state.guiState.model.source": "Pretrained models",
      MODAL_STATE_GUISTATE_MODEL_SOURCE: "Pretrained models",
    });
  });

  it("writes lists as JSON and truth as Python does", () => {
    expect(stateEnvironment({ classes: ["a", "b"], yes: true, no: false })).toMatchObject({
      "modal.state.classes": '["a","b"]',
      "modal.state.yes": "True",
      "modal.state.no": "False",
    });
  });

  it("leaves a null out of the leaves, but not out of the whole", () => {
    const env = stateEnvironment({ hyperparameters: null });
    expect(Object.keys(env)).toEqual(["MODAL_STATE"]);
    expect(env.MODAL_STATE).toBe('{"hyperparameters":null}');
  });

  it("keeps every type in MODAL_STATE: text that looks like a number stays text", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (state) => {
        const text = JSON.stringify(state);
        expect(JSON.parse(stateEnvironment(state).MODAL_STATE ?? "")).toEqual(JSON.parse(text));
      }),
    );
  });
});
