import { describe, expect, it } from "vitest";
import { readState } from "./read-state.ts";

const read = (state: unknown) => readState({ MODAL_STATE: JSON.stringify(state) });

describe("the state of a task", () => {
  it("keeps its types: a name of digits, of brackets or of a truth word stays text", () => {
    for (const name of ["12345", "[v2] x", "true", "80.0"]) {
      const guiState = { experiment_name: name, start_training: true, percent: 80, hyperparameters: null };
      expect(read({ slyProjectId: 5, guiState })).toEqual({ projectId: 5, guiState });
    }
  });

  it("may hold guiState as a JSON text", () => {
    const guiState = { classes: ["car"], experiment_name: "12345" };
    expect(read({ slyProjectId: 5, guiState: JSON.stringify(guiState) })).toEqual({ projectId: 5, guiState });
  });

  it.each([{}, { guiState: null }, { guiState: {} }])(
    "may hold no guiState: then a person is to fill the page in (%j)",
    (none) => {
      expect(read({ slyProjectId: 5, ...none })).toEqual({ projectId: 5, guiState: undefined });
    },
  );

  it.each([
    [{}, "The task was given no state (MODAL_STATE)."],
    [{ MODAL_STATE: "{" }, "MODAL_STATE is not JSON."],
    [{ MODAL_STATE: "{}" }, "The task's state names no project (slyProjectId)."],
    [{ MODAL_STATE: '{"slyProjectId":"5"}' }, "The task's state names no project (slyProjectId)."],
    [{ MODAL_STATE: '{"slyProjectId":5,"guiState":"{"}' }, "guiState is not JSON."],
    [{ MODAL_STATE: " ".repeat(2 ** 22 + 1) }, "MODAL_STATE is too long."],
  ])("is refused in one sentence when it cannot be read (case %#)", (env, message) => {
    expect(() => readState(env)).toThrow(expect.objectContaining({ name: "StateError", message }));
  });
});
