import { parseModel } from "@trainyard/core";
import { definePreset } from "../define-preset.ts";
import type { ModelPreset } from "../preset.ts";

const model = (name: string) => parseModel(`RT-DETRv2/${name}`);

/** The milestones stand where the app's defaults have them: after 70 % and 90 % of the epochs. */
const epochs = (count: number) => ({
  epoches: count,
  "lr_scheduler.milestones": [Math.floor(count * 0.7), Math.floor(count * 0.9)],
});

const smoke = definePreset({
  id: "rt-detrv2/smoke",
  about: "Does it run at all: two epochs of the smallest model.",
  cost: "minutes",
  spec: {
    model: model("RT-DETRv2-S"),
    benchmark: false,
    tune: {
      ...epochs(2),
      batch_size: 4,
      checkpoint_freq: 0,
      "lr_warmup_scheduler.warmup_duration": 10,
      "ema.warmups": 10,
    },
  },
});

const fast = definePreset({
  id: "rt-detrv2/fast",
  about: "A first useful model: the smallest network, half the epochs.",
  cost: "an hour",
  spec: { model: model("RT-DETRv2-S"), tune: epochs(25) },
});

const balanced = definePreset({
  id: "rt-detrv2/balanced",
  about: "The app's own defaults: start here when nothing else is known.",
  cost: "hours",
  spec: { model: model("RT-DETRv2-S"), tune: epochs(50) },
});

const accurate = definePreset({
  id: "rt-detrv2/accurate",
  about: "The largest network for as many epochs as its makers gave it (72), for a large GPU.",
  cost: "a day",
  spec: { model: model("RT-DETRv2-X"), tune: { ...epochs(72), batch_size: 8 } },
});

const edge = definePreset({
  id: "rt-detrv2/edge",
  about: "For small devices: the fastest network, exported to ONNX and TensorRT, with its speed measured.",
  extends: balanced,
  spec: { exports: ["onnx", "tensorrt"], benchmark: true, speedtest: true },
});

/**
 * The named presets of RT-DETRv2. They set only values that the framework's makers or its defaults support.
 *
 * @example
 * ```ts
 * import { rtDetrv2Presets } from "@trainyard/presets/rt-detrv2";
 * console.log(rtDetrv2Presets.fast.about);
 * ```
 */
export const rtDetrv2Presets: {
  readonly smoke: ModelPreset;
  readonly fast: ModelPreset;
  readonly balanced: ModelPreset;
  readonly accurate: ModelPreset;
  readonly edge: ModelPreset;
} = { smoke, fast, balanced, accurate, edge };
