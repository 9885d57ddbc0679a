/**
 * MaskDINO alone, without the other frameworks.
 *
 * @module @trainyard/presets/maskdino
 */
export { maskDino } from "./framework.ts";
export type { MaskDinoHyperparameters } from "./hyperparameters.ts";
export type { MaskDinoModelName } from "./models.ts";
export { maskDinoPresets } from "./presets.ts";
