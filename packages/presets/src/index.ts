/**
 * Named training configs per framework, and what is known of each framework without asking an instance.
 *
 * @module @trainyard/presets
 */
export type { PresetInput } from "./define-preset.ts";
export { definePreset } from "./define-preset.ts";
export type { Framework, FrameworkModel, Hyperparameter } from "./framework.ts";
export type { FrameworkTypes } from "./frameworks.ts";
export { frameworks } from "./frameworks.ts";
export type { Preset } from "./preset.ts";
export { yolo } from "./yolo/framework.ts";
export type { YoloHyperparameters } from "./yolo/hyperparameters.ts";
export type { YoloModelName } from "./yolo/models.ts";
export { yoloPresets } from "./yolo/presets.ts";
