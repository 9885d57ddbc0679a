/**
 * Presets shared across teams: Team Files, lock files, and presets made from experiments.
 *
 * @module @trainyard/presets/sharing
 */
export type { LoadOptions } from "./load-presets.ts";
export { loadPresets } from "./load-presets.ts";
export type { ExperimentPresetOptions } from "./preset-from-experiment.ts";
export { presetFromExperiment } from "./preset-from-experiment.ts";
export type { PresetLock } from "./preset-lock.ts";
export { parsePresetLock, pinnedPresets, pinPresets, presetHash } from "./preset-lock.ts";
export type { Published } from "./publish-preset.ts";
export { publishPreset } from "./publish-preset.ts";
export type { ExperimentSettings } from "./settings-of-experiment.ts";
export { settingsOfExperiment } from "./settings-of-experiment.ts";
export type { TeamPresets } from "./team-presets.ts";
