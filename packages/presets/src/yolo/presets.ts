import { parseModel } from "@trainyard/core";
import { definePreset } from "../define-preset.ts";
import type { ModelPreset } from "../preset.ts";

const model = (name: string) => parseModel(`YOLO/${name}`);
const everyExport = { exports: ["onnx", "tensorrt"], benchmark: true, speedtest: true } as const;

const smoke = definePreset({
  id: "yolo/smoke",
  about: "Does it run at all: two epochs of the smallest model on small images.",
  cost: "minutes",
  spec: {
    model: model("YOLO26n-det"),
    benchmark: false,
    tune: { epochs: 2, batch: 8, imgsz: 320, save_period: 1, warmup_epochs: 1 },
  },
});

const fast = definePreset({
  id: "yolo/fast",
  about: "A first useful model: the smallest network, half the epochs.",
  cost: "an hour",
  spec: { model: model("YOLO26n-det"), tune: { epochs: 50, patience: 20 } },
});

const balanced = definePreset({
  id: "yolo/balanced",
  about: "The app's own defaults with the small model: start here when nothing else is known.",
  cost: "hours",
  spec: { model: model("YOLO26s-det"), tune: { epochs: 100 } },
});

const accurate = definePreset({
  id: "yolo/accurate",
  about: "The best the framework has, for a large GPU.",
  cost: "a day",
  spec: { model: model("YOLO26x-det"), tune: { epochs: 300, patience: 100, batch: 8, cos_lr: true } },
});

const edge = definePreset({
  id: "yolo/edge",
  about: "For small devices: the smallest network, exported to ONNX and TensorRT, with its speed measured.",
  extends: balanced,
  spec: { model: model("YOLO26n-det"), ...everyExport },
});

const masks = (task: string, from: ModelPreset, name: string, about: string): ModelPreset =>
  definePreset({
    id: `yolo/segmentation/${task}`,
    about,
    extends: from,
    spec: { model: model(name) },
  });

const segmentation = {
  smoke: masks("smoke", smoke, "YOLO26n-seg", "Does segmentation run at all: two epochs on small images."),
  fast: masks("fast", fast, "YOLO26n-seg", "A first useful segmentation model: masks instead of boxes."),
  balanced: masks("balanced", balanced, "YOLO26s-seg", "Masks with the app's own defaults."),
  accurate: masks("accurate", accurate, "YOLO26x-seg", "The best masks the framework has, for a large GPU."),
  edge: masks("edge", edge, "YOLO26n-seg", "Masks on small devices: exported, with the speed measured."),
};

/**
 * The named presets of YOLO. They set only values that the framework's makers or its defaults support.
 *
 * @example
 * ```ts
 * import { yoloPresets } from "@trainyard/presets/yolo";
 * console.log(yoloPresets.segmentation.fast.about);
 * ```
 */
export const yoloPresets: {
  readonly smoke: ModelPreset;
  readonly fast: ModelPreset;
  readonly balanced: ModelPreset;
  readonly accurate: ModelPreset;
  readonly edge: ModelPreset;
  readonly segmentation: {
    readonly smoke: ModelPreset;
    readonly fast: ModelPreset;
    readonly balanced: ModelPreset;
    readonly accurate: ModelPreset;
    readonly edge: ModelPreset;
  };
} = { smoke, fast, balanced, accurate, edge, segmentation };
