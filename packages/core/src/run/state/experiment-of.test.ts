import * as v from "valibot";
import { expect, it } from "vitest";
import { experimentSchema } from "../../wire/experiment.ts";
import { experimentOf } from "./experiment-of.ts";

const record = {
  experiment_name: "a",
  framework_name: "F",
  model_name: "F-s",
  task_type: "object detection",
  project_id: 1,
  task_id: 2,
  model_files: {},
  checkpoints: ["checkpoints/best.pt"],
  best_checkpoint: "best.pt",
  artifacts_dir: "/experiments/1_a/2_F/",
};

it("a metric that could not be computed, and an export that failed, are left out instead of refusing the experiment", () => {
  const read = v.parse(experimentSchema, {
    ...record,
    export: { ONNXRuntime: "export/best.onnx", TensorRT: null },
    evaluation_metrics: { mAP: 0.5, AP75: null },
  });
  expect(experimentOf(read)).toMatchObject({
    artifactsDir: "/experiments/1_a/2_F",
    exports: { ONNXRuntime: "/experiments/1_a/2_F/export/best.onnx" },
    metrics: { mAP: 0.5 },
  });
  expect(Object.keys(experimentOf(read).metrics)).toEqual(["mAP"]);
});
