import { readState } from "@trainyard/app";
import { retypedByPython } from "@trainyard/core/plan";
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

  it("writes lists and truth as Python does", () => {
    const state = { classes: ["a", "it's", "✓\n"], ids: [1, 2], none: [null], yes: true, no: false };
    expect(stateEnvironment(state)).toMatchObject({
      "modal.state.classes": `['a', "it's", '✓\\n']`,
      "modal.state.ids": "[1, 2]",
      "modal.state.none": "[None]",
      "modal.state.yes": "True",
      "modal.state.no": "False",
    });
  });

  it("leaves nulls and empty dictionaries out of the leaves, but not out of the whole", () => {
    const env = stateEnvironment({ hyperparameters: null, options: {} });
    expect(Object.keys(env)).toEqual(["MODAL_STATE"]);
    expect(env.MODAL_STATE).toBe('{"hyperparameters":null,"options":{}}');
  });

  it("has the platform's marker in place of a value of more than 65,536 bytes", () => {
    const fits = stateEnvironment({ text: "é".repeat(32_768) });
    expect(fits["modal.state.text"]).toHaveLength(32_768);
    expect(fits.MODAL_STATE).toBe("@.@SLY_LARGE_ENV@.@");
    const large = stateEnvironment({ slyProjectId: 5, text: `${"é".repeat(32_768)}.` });
    expect(large).toEqual({
      MODAL_STATE: "@.@SLY_LARGE_ENV@.@",
      "modal.state.slyProjectId": "5",
      MODAL_STATE_SLYPROJECTID: "5",
      "modal.state.text": "@.@SLY_LARGE_ENV@.@",
      MODAL_STATE_TEXT: "@.@SLY_LARGE_ENV@.@",
    });
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

describe("what an app makes of its environment", () => {
  const env = (guiState: unknown) => stateEnvironment({ slyProjectId: 5, guiState });

  it.each([
    ["12345", "number"],
    ["007", "crash"],
    ["true", "truth"],
    ["[v2] x", "crash"],
    ["[null]", "crash"],
    ["['a']", "list"],
    ["80.0", "text"],
    ["run 12345", "text"],
  ])("a Python app makes something else of %j (%s); ours does not", (name, as) => {
    const variables = env({ experiment_name: name });
    expect(retypedByPython(variables["modal.state.guiState.experiment_name"] ?? "").as).toBe(as);
    expect(readState(variables).guiState).toEqual({ experiment_name: name });
  });

  it("a Python app reads its lists and numbers back, whatever is in them", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), fc.nat(), fc.boolean(), (classes, percent, on) => {
        const variables = env({ classes, percent, on });
        const kinds = ["classes", "percent", "on"].map(
          (key) => retypedByPython(variables[`modal.state.guiState.${key}`] ?? "").as,
        );
        expect(kinds).toEqual(["list", "number", "truth"]);
      }),
    );
  });

  it("a Python app misses a null and an empty dictionary; ours does not", () => {
    const variables = env({ hyperparameters: null, options: {}, classes: [] });
    expect(Object.keys(variables).filter((key) => key.startsWith("modal.state.guiState"))).toEqual([
      "modal.state.guiState.classes",
    ]);
    expect(readState(variables).guiState).toEqual({ hyperparameters: null, options: {}, classes: [] });
  });
});
