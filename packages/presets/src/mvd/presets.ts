import { parseModel } from "@trainyard/core";
import { definePreset } from "../define-preset.ts";
import type { ModelPreset } from "../preset.ts";

const model = (name: string) => parseModel(`MVD/${name}`);
const byHand = "The app takes no settings from code and does not start by itself: enter them on its page.";

const smoke = definePreset({
  id: "mvd/smoke",
  about: `Does it run at all: one epoch of the smallest model. ${byHand}`,
  cost: "minutes",
  spec: {
    model: model("MVD ViT-S"),
    benchmark: false,
    tune: { epochs: 1, warmup_epochs: 0, batch_size: 2, save_ckpt_freq: 1 },
  },
});

const fast = definePreset({
  id: "mvd/fast",
  about: `A first useful model: the smallest network, half the epochs. ${byHand}`,
  cost: "hours",
  spec: { model: model("MVD ViT-S"), tune: { epochs: 20, warmup_epochs: 1 } },
});

const balanced = definePreset({
  id: "mvd/balanced",
  about: `The app's own defaults with the model of middle size. ${byHand}`,
  cost: "hours",
  spec: { model: model("MVD ViT-B"), tune: { epochs: 40 } },
});

const accurate = definePreset({
  id: "mvd/accurate",
  about: `The largest network, with half the clips per step so that it fits a GPU. ${byHand}`,
  cost: "a day",
  spec: { model: model("MVD ViT-L"), tune: { epochs: 40, batch_size: 4, update_freq: 2 } },
});

/**
 * The named presets of MVD. They set only values that the framework's makers or its defaults support.
 *
 * @example
 * ```ts
 * import { mvdPresets } from "@trainyard/presets/mvd";
 * console.log(mvdPresets.fast.about);
 * ```
 */
export const mvdPresets: {
  readonly smoke: ModelPreset;
  readonly fast: ModelPreset;
  readonly balanced: ModelPreset;
  readonly accurate: ModelPreset;
} = { smoke, fast, balanced, accurate };
