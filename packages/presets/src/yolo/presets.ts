import { parseModel } from "@trainyard/core";
import { definePreset } from "../define-preset.ts";
import type { Preset } from "../preset.ts";

const model = (name: string) => parseModel(`YOLO/${name}`);

const smoke = definePreset({
  id: "yolo/smoke",
  about: "Does it run at all: two epochs of the smallest model, minutes on any GPU.",
  spec: {
    model: model("YOLO26n-det"),
    benchmark: false,
    tune: { epochs: 2, batch: 8, imgsz: 320, save_period: 1 },
  },
});

const fast = definePreset({
  id: "yolo/fast",
  about: "A first useful model within the hour: the smallest network, half the epochs.",
  spec: { model: model("YOLO26n-det"), tune: { epochs: 50, patience: 20 } },
});

const balanced = definePreset({
  id: "yolo/balanced",
  about: "The app's own defaults with the small model: start here when nothing else is known.",
  spec: { model: model("YOLO26s-det"), tune: { epochs: 100 } },
});

const accurate = definePreset({
  id: "yolo/accurate",
  about: "The best the framework has, for a large GPU and many hours.",
  spec: { model: model("YOLO26x-det"), tune: { epochs: 300, patience: 100, batch: 8, cos_lr: true } },
});

const edge = definePreset({
  id: "yolo/edge",
  about: "For small devices: the smallest network, exported to ONNX and TensorRT, with its speed measured.",
  extends: balanced,
  spec: {
    model: model("YOLO26n-det"),
    exports: ["onnx", "tensorrt"],
    benchmark: true,
    speedtest: true,
  },
});

const segmentation = definePreset({
  id: "yolo/segmentation/fast",
  about: "A first useful segmentation model: masks instead of boxes.",
  extends: fast,
  spec: { model: model("YOLO26n-seg") },
});

/**
 * The named presets of YOLO. They set only values that the framework's makers or its defaults support.
 *
 * @example
 * ```ts
 * import { yoloPresets } from "@trainyard/presets/yolo";
 * console.log(yoloPresets.fast.about);
 * ```
 */
export const yoloPresets: {
  readonly smoke: Preset;
  readonly fast: Preset;
  readonly balanced: Preset;
  readonly accurate: Preset;
  readonly edge: Preset;
  readonly segmentation: Preset;
} = { smoke, fast, balanced, accurate, edge, segmentation };
