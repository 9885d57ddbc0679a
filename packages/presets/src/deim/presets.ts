import { parseModel } from "@trainyard/core";
import { definePreset } from "../define-preset.ts";
import type { ModelPreset } from "../preset.ts";
import { deimEpochs } from "./deim-epochs.ts";

const model = (name: string) => parseModel(`DEIM/${name}`);

const smoke = definePreset({
  id: "deim/smoke",
  about: "Does it run at all: two epochs of the smallest model.",
  cost: "minutes",
  spec: {
    model: model("DEIMv2 HGNETv2 Atto"),
    benchmark: false,
    tune: { ...deimEpochs(2), batch_size: 4, checkpoint_freq: 0, warmup_iter: 10, "ema.warmups": 10 },
  },
});

const fast = definePreset({
  id: "deim/fast",
  about: "A first useful model: a small network, half the epochs.",
  cost: "an hour",
  spec: { model: model("DEIMv2 HGNETv2 N"), tune: deimEpochs(29) },
});

const balanced = definePreset({
  id: "deim/balanced",
  about: "The app's own epochs with a model of middle size: start here when nothing else is known.",
  cost: "hours",
  spec: { model: model("DEIMv2 DINOv3 S"), tune: deimEpochs(58) },
});

const accurate = definePreset({
  id: "deim/accurate",
  about: "The best the framework has, for as many epochs as its makers gave it (58), on a large GPU.",
  cost: "a day",
  spec: { model: model("DEIMv2 DINOv3 X"), tune: deimEpochs(58) },
});

const edge = definePreset({
  id: "deim/edge",
  about: "For small devices: a small network, exported to ONNX and TensorRT, with its speed measured.",
  extends: balanced,
  spec: {
    model: model("DEIMv2 HGNETv2 N"),
    exports: ["onnx", "tensorrt"],
    benchmark: true,
    speedtest: true,
  },
});

/**
 * The named presets of DEIM. They set only values that the framework's makers or its defaults support;
 * the values that are counted in epochs move together.
 *
 * @example
 * ```ts
 * import { deimPresets } from "@trainyard/presets/deim";
 * console.log(deimPresets.fast.about);
 * ```
 */
export const deimPresets: {
  readonly smoke: ModelPreset;
  readonly fast: ModelPreset;
  readonly balanced: ModelPreset;
  readonly accurate: ModelPreset;
  readonly edge: ModelPreset;
} = { smoke, fast, balanced, accurate, edge };
