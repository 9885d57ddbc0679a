/**
 * MVD alone, without the other frameworks.
 *
 * @module @trainyard/presets/mvd
 */
export { mvd } from "./framework.ts";
export type { MvdHyperparameters } from "./hyperparameters.ts";
export type { MvdModelName } from "./models.ts";
export { mvdPresets } from "./presets.ts";
