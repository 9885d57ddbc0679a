import { describe, expect, it } from "vitest";
import { readState } from "./read-state.ts";
import { restoreState } from "./restore-state.ts";

const large = "@.@SLY_LARGE_ENV@.@";
const unasked = () => Promise.reject(new Error("The instance was asked."));

describe("a state too large for the environment", () => {
  it("is asked of the instance, and keeps its types", async () => {
    const state = {
      slyProjectId: 5,
      guiState: { hyperparameters: "x".repeat(70_000), experiment_name: "12345" },
    };
    const env = await restoreState({ MODAL_STATE: large, TASK_ID: "7" }, async () => state);
    expect(env.TASK_ID).toBe("7");
    expect(readState(env)).toEqual({ projectId: 5, guiState: state.guiState });
  });

  it("ends the task when the instance does not have it either", async () => {
    for (const none of [undefined, null])
      await expect(restoreState({ MODAL_STATE: large }, async () => none)).rejects.toThrow(
        expect.objectContaining({ name: "StateError", message: expect.stringContaining("too large") }),
      );
  });
});

describe("a state that fits", () => {
  it.each([{}, { MODAL_STATE: '{"slyProjectId":5}' }, { MODAL_STATE: `"${large}"` }])(
    "costs no request: %j",
    async (env) => {
      expect(await restoreState(env, unasked)).toBe(env);
    },
  );
});
