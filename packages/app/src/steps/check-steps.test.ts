import { describe, expect, it } from "vitest";
import { checkSteps } from "./check-steps.ts";
import type { Settings } from "./settings.ts";

const app = { models: [{ name: "YOLO26s-det", task: "object detection" }], exports: ["onnx"] as const };
const settings: Settings = {
  project: { id: 1, name: "streets", teamId: 1 },
  meta: { classes: [{ title: "car", shape: "rectangle" }], tags: [] },
  model: { from: "pretrained", framework: "YOLO", name: "YOLO26s-det" },
  classes: ["car"],
  split: { by: "random", percent: 80, side: "train" },
  hyperparameters: "epochs: 3\n",
  convertClassShapes: true,
  benchmark: true,
  speedtest: false,
  cacheProject: true,
  exports: ["onnx"],
  experimentName: "first try",
  autostart: true,
};
const problems = (change: Partial<Settings>) =>
  checkSteps({ ...settings, ...change }, app).filter(({ problem }) => problem !== undefined);

describe("the eight steps", () => {
  it("are checked in the page's order", () => {
    expect(checkSteps(settings, app).map(({ step }) => step)).toEqual([
      "Input project",
      "Model",
      "Classes",
      "Train / Val Splits",
      "Hyperparameters",
      "Model Benchmark",
      "Export",
      "Training Process",
    ]);
  });

  it.each<Partial<Settings>>([
    {},
    { model: { from: "pretrained", framework: "YOLO", name: "yolo26S-DET" } },
    { model: { from: "experiment", framework: "YOLO", taskId: 5, checkpoint: "best.pt" } },
    { split: { by: "tags", train: "a", val: "b", untagged: "ignore" } },
    { split: { by: "datasets", train: [1], val: [2] } },
    { hyperparameters: null, experimentName: null, exports: [] },
    { hyperparameters: "epochs: 3\nepochs: 4\n" },
  ])("hold for %j", (change) => {
    expect(problems(change)).toEqual([]);
  });

  it.each<[string, string, Partial<Settings>]>([
    [
      "Model",
      'The app has no model "YOLO99".',
      { model: { from: "pretrained", framework: "YOLO", name: "YOLO99" } },
    ],
    ["Classes", "Project has no classes", { meta: { classes: [], tags: [] }, classes: [] }],
    ["Classes", "Please select at least one class", { classes: [] }],
    [
      "Train / Val Splits",
      "No train datasets are selected",
      { split: { by: "datasets", train: [], val: [1] } },
    ],
    [
      "Train / Val Splits",
      "No val collections are selected",
      { split: { by: "collections", train: [1], val: [] } },
    ],
    ["Hyperparameters", "The hyperparameters are not a YAML mapping.", { hyperparameters: "- 1\n" }],
    ["Hyperparameters", "The hyperparameters are not a YAML mapping.", { hyperparameters: "" }],
    ["Export", "The app cannot export to tensorrt.", { exports: ["onnx", "tensorrt"] }],
    ["Training Process", "Experiment name contains invalid characters: \\/", { experimentName: "a/b" }],
    ["Training Process", "Experiment name contains invalid characters: \\/", { experimentName: "a\\b" }],
  ])("stop at %s: %s", (step, problem, change) => {
    expect(problems(change)).toEqual([{ step, problem }]);
  });

  it("say where the hyperparameters are no YAML", () => {
    const [check] = problems({ hyperparameters: "epochs: [3\nlr: 1\n" });
    expect(check?.step).toBe("Hyperparameters");
    expect(check?.problem).toMatch(/^The hyperparameters are not YAML: .*line \d/s);
  });
});
