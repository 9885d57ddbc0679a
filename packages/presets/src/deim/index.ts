/**
 * DEIM alone, without the other frameworks.
 *
 * @module @trainyard/presets/deim
 */
export { deimEpochs } from "./deim-epochs.ts";
export { deim } from "./framework.ts";
export type { DeimHyperparameters } from "./hyperparameters.ts";
export type { DeimModelName } from "./models.ts";
export { deimPresets } from "./presets.ts";
