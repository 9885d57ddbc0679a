import { describe, expect, it } from "vitest";
import { readState } from "./read-state.ts";
import { validateState } from "./validate-state.ts";

const facts = { datasets: new Set([501, 502]), collections: new Set([601]) };
const good = {
  model: { source: "Pretrained models", model_name: "YOLO26s-det" },
  classes: ["cat"],
  train_val_split: { method: "random", split: "train", percent: 80 },
  hyperparameters: null,
  options: { cache_project: true, model_benchmark: { enable: true, speed_test: false } },
  experiment_name: null,
  start_training: true,
};
const said = (change: Record<string, unknown>) => {
  try {
    validateState({ ...good, ...change }, facts);
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};
const split = (value: Record<string, unknown>) => said({ train_val_split: value });

describe("validateState()", () => {
  it("accepts what the platform's SDK sends, and fills in the defaults", () => {
    expect(validateState(good, facts)).toMatchObject({
      model: good.model,
      options: { convert_class_shapes: true, export: { enable: false, ONNXRuntime: false, TensorRT: false } },
      start_training: true,
    });
    const { options: _, ...without } = good;
    expect(validateState(without, facts).options).toMatchObject({
      cache_project: true,
      model_benchmark: { enable: true, speed_test: true },
    });
  });

  it("says what is missing or malformed in the platform's words", () => {
    expect(() => validateState(["x"], facts)).toThrow("app_state must be a dictionary");
    expect(() => validateState({}, facts)).toThrow("Missing required key in app_state: model");
    expect(said({ model: {} })).toBe("Missing required key in app_state['model']: source");
    expect(said({ model: { source: "Pretrained models" } })).toBe(
      "Missing required key in app_state['model']: model_name",
    );
    expect(said({ model: { source: "Custom models", checkpoint: "a" } })).toBe(
      "Missing required key in app_state['model']: task_id",
    );
    expect(said({ classes: "cat" })).toBe("app_state['classes'] must be of type list");
    expect(said({ options: [] })).toBe("app_state['options'] must be a dictionary");
    expect(said({ options: {} })).toBe("app_state['options']['cache_project'] must be a boolean");
    expect(said({ options: { cache_project: true, model_benchmark: 1 } })).toBe(
      "app_state['options']['model_benchmark'] must be a dictionary",
    );
  });

  it("judges each split", () => {
    expect(split({})).toBe("Missing required key in app_state['train_val_split']: method");
    expect(split({ method: "random", split: "test", percent: 80 })).toBe("split must be 'train' or 'val'");
    for (const percent of [0, 100, 80.5, "80", null, true])
      expect(split({ method: "random", split: "val", percent })).toBe(
        "percent must be an integer in range 1 to 99",
      );
    expect(split({ method: "tags", train_tag: "a", val_tag: "", untagged_action: "train" })).toBe(
      "train_tag and val_tag must be specified in tags split method",
    );
    expect(split({ method: "datasets", train_datasets: [999, 998], val_datasets: [502] })).toBe(
      "Datasets with ids: 999, 998 not found in the project",
    );
    expect(split({ method: "collections", train_collections: [601], val_collections: [7] })).toBe(
      "Collections with ids: 7 not found in the project",
    );
  });
});

describe("readState()", () => {
  it("takes the typed JSON, so nothing is retyped on the way", () => {
    const state = { slyProjectId: 3, guiState: { experiment_name: "12345" } };
    expect(
      readState({ MODAL_STATE: JSON.stringify(state), "modal.state.guiState.experiment_name": "12345" }),
    ).toEqual({
      projectId: 3,
      guiState: { experiment_name: "12345" },
    });
  });

  it("takes guiState as a JSON text too, and refuses what is neither", () => {
    const state = (guiState: unknown) => ({ MODAL_STATE: JSON.stringify({ slyProjectId: 3, guiState }) });
    expect(readState(state('{"classes":[]}')).guiState).toEqual({ classes: [] });
    expect(() => readState(state("{"))).toThrow("guiState is not JSON.");
    expect(() => readState({})).toThrow("MODAL_STATE");
  });
});
