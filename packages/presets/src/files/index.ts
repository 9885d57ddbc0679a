/**
 * Preset files: YAML read with limits, and what extends what.
 *
 * @module @trainyard/presets/files
 */
export { parsePresetFile } from "./parse-preset-file.ts";
export type { PresetEntry } from "./preset-entry.ts";
export { presetFileSchema } from "./preset-entry.ts";
export type { SourcedEntry } from "./resolve-presets.ts";
export { resolvePresets } from "./resolve-presets.ts";
