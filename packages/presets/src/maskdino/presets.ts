import { parseModel } from "@trainyard/core";
import { definePreset } from "../define-preset.ts";
import type { ModelPreset } from "../preset.ts";

const model = (name: string) => parseModel(`MaskDINO/${name}`);
const start = "The app does not start by itself, and exports nothing.";

const smoke = definePreset({
  id: "maskdino/smoke",
  about: `Does it run at all: twenty steps. ${start}`,
  cost: "minutes",
  spec: {
    model: model("MaskDINO-R50-160k"),
    benchmark: false,
    tune: {
      n_iterations: 20,
      lr_decay_frequency: 20,
      checkpoint_save_frequency: 20,
      evaluation_frequency: 20,
    },
  },
});

const fast = definePreset({
  id: "maskdino/fast",
  about: `A first useful model: less than half the app's steps. ${start}`,
  cost: "an hour",
  spec: { model: model("MaskDINO-R50-160k"), tune: { n_iterations: 2000 } },
});

const balanced = definePreset({
  id: "maskdino/balanced",
  about: `The app's own defaults, from weights of everyday scenes (ADE20K). ${start}`,
  cost: "hours",
  spec: { model: model("MaskDINO-R50-160k"), tune: { n_iterations: 5000 } },
});

const accurate = definePreset({
  id: "maskdino/accurate",
  about: `Four times the app's steps, with the learning rate falling as much later. ${start}`,
  cost: "a day",
  spec: { model: model("MaskDINO-R50-160k"), tune: { n_iterations: 20_000, lr_decay_frequency: 4000 } },
});

const streets = definePreset({
  id: "maskdino/streets/balanced",
  about: `The app's own defaults, from weights of street scenes (Cityscapes). ${start}`,
  extends: balanced,
  spec: { model: model("MaskDINO-R50-90k") },
});

/**
 * The named presets of MaskDINO. They set only values that the framework's makers or its defaults support.
 *
 * @example
 * ```ts
 * import { maskDinoPresets } from "@trainyard/presets/maskdino";
 * console.log(maskDinoPresets.fast.about);
 * ```
 */
export const maskDinoPresets: {
  readonly smoke: ModelPreset;
  readonly fast: ModelPreset;
  readonly balanced: ModelPreset;
  readonly accurate: ModelPreset;
  readonly streets: { readonly balanced: ModelPreset };
} = { smoke, fast, balanced, accurate, streets: { balanced: streets } };
