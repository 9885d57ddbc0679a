/**
 * YOLO alone, without the other frameworks.
 *
 * @module @trainyard/presets/yolo
 */
export { yolo } from "./framework.ts";
export type { YoloHyperparameters } from "./hyperparameters.ts";
export type { YoloModelName } from "./models.ts";
export { yoloPresets } from "./presets.ts";
