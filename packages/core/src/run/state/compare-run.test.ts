import { describe, expect, it } from "vitest";
import type { GuiState } from "../../wire/gui-state.ts";
import type { Effective } from "./compare-run.ts";
import { compareRun } from "./compare-run.ts";

const asked: GuiState = {
  model: { source: "Pretrained models", model_name: "small-det" },
  classes: ["kiwi", "lemon"],
  train_val_split: { method: "random", split: "train", percent: 80 },
  hyperparameters: "epochs: 50\nbatch: 8\n",
  options: {
    convert_class_shapes: true,
    model_benchmark: { enable: true, speed_test: false },
    cache_project: true,
    export: { enable: true, ONNXRuntime: true, TensorRT: false },
  },
  experiment_name: "night",
  start_training: true,
};
const used: Effective = {
  record: {
    experiment_name: "night",
    framework_name: "ANY",
    model_name: "Small-DET",
    task_type: "object detection",
    project_id: 1,
    task_id: 2,
    model_files: {},
    checkpoints: ["checkpoints/best.pt"],
    best_checkpoint: "best.pt",
    artifacts_dir: "/experiments/1_x/2_ANY/",
    export: { ONNXRuntime: "export/best.onnx" },
  },
  hyperparameters: "epochs: 50\nbatch: 8 # mine\n",
  classes: ["lemon", "kiwi"],
  images: { train: 16, val: 4 },
};

describe("compareRun()", () => {
  it("finds nothing where the training did as it was asked, rounding and letters aside", () => {
    expect(compareRun(asked, used)).toEqual({ drift: [], notChecked: [] });
    expect(compareRun(asked, { ...used, images: { train: 17, val: 3 } }).drift).toEqual([]);
  });

  it("names the model, the classes, the split, the values and the exports that differ", () => {
    const other: Effective = {
      record: { ...used.record, model_name: "large-det", experiment_name: "2 x large-det", export: {} },
      hyperparameters: "epochs: 100\nbatch: 8\nseed: 1\n",
      classes: ["kiwi"],
      images: { train: 10, val: 10 },
    };
    expect(compareRun(asked, other).drift).toEqual([
      { path: "model", asked: "small-det", effective: "large-det" },
      { path: "experimentName", asked: "night", effective: "2 x large-det" },
      { path: "classes", asked: ["kiwi", "lemon"], effective: ["kiwi"] },
      { path: "split.val", asked: 4, effective: 10 },
      { path: "hyperparameters.epochs", asked: 50, effective: 100 },
      { path: "hyperparameters.seed", asked: null, effective: 1 },
      { path: "export.ONNXRuntime", asked: true, effective: false },
    ]);
  });

  it("says what it could not compare", () => {
    const bare = { ...used, hyperparameters: null, classes: null, images: null };
    expect(compareRun(asked, bare)).toMatchObject({
      drift: [],
      notChecked: [/classes/, /split/, /hyperparameters/].map((part) => expect.stringMatching(part)),
    });
  });
});
