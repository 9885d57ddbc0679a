/**
 * Named training configs per framework, and what is known of each framework without asking an instance.
 *
 * @module @trainyard/presets
 */
export type { PresetInput } from "./define-preset.ts";
export { definePreset } from "./define-preset.ts";
export { deimEpochs } from "./deim/deim-epochs.ts";
export { deim } from "./deim/framework.ts";
export { deimPresets } from "./deim/presets.ts";
export type { PresetRow } from "./describe-preset.ts";
export { describePreset, presetRows } from "./describe-preset.ts";
export type { PresetDifference } from "./diff-presets.ts";
export { diffPresets, presetDifferences } from "./diff-presets.ts";
export { findPreset } from "./find-preset.ts";
export type { Framework, FrameworkApp, FrameworkModel } from "./framework.ts";
export type { FrameworkTypes } from "./frameworks.ts";
export { frameworks } from "./frameworks.ts";
export type { PresetFilter } from "./list-presets.ts";
export { listPresets } from "./list-presets.ts";
export { maskDino } from "./maskdino/framework.ts";
export { maskDinoPresets } from "./maskdino/presets.ts";
export { mvd } from "./mvd/framework.ts";
export { mvdPresets } from "./mvd/presets.ts";
export type { PresetFramework, PresetName } from "./named-presets.ts";
export type { ModelPreset, Preset, PresetCost } from "./preset.ts";
export { presetName } from "./preset.ts";
export { rtDetrv2 } from "./rt-detrv2/framework.ts";
export { rtDetrv2Presets } from "./rt-detrv2/presets.ts";
export { sparseInst } from "./sparseinst/framework.ts";
export { sparseInstPresets } from "./sparseinst/presets.ts";
export { yolo } from "./yolo/framework.ts";
export { yoloPresets } from "./yolo/presets.ts";
