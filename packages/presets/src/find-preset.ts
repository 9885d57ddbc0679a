import { TrainyardError } from "@trainyard/core";
import { suggest } from "@trainyard/core/spec";
import type { PresetName } from "./named-presets.ts";
import { namedPresets } from "./named-presets.ts";
import type { Preset } from "./preset.ts";
import { presetName } from "./preset.ts";

/**
 * Finds a preset by name: `acme/detect` is its newest version, `acme/detect@2.1.0` exactly that one.
 * Without presets of the caller's, those of this package are searched.
 *
 * @throws PRESET_UNKNOWN with the nearest name.
 * @example
 * ```ts
 * import { findPreset } from "@trainyard/presets";
 * console.log(findPreset("yolo/fast").about);
 * ```
 */
export function findPreset(
  name: PresetName | (string & {}),
  presets: readonly Preset[] = namedPresets,
): Preset {
  const found = presets
    .filter((preset) => preset.id === name || presetName(preset) === name)
    .sort((a, b) => compareVersions(b.version, a.version))[0];
  if (found !== undefined) return found;
  const versions = presets.filter(({ id }) => id === name.split("@")[0]).map(presetName);
  const names = versions.length > 0 ? versions : [...new Set(presets.map(({ id }) => id))];
  throw new TrainyardError("PRESET_UNKNOWN", `There is no preset ${JSON.stringify(name)}.`, {
    hint: suggest(name, names, "preset"),
    facts: { preset: name },
  });
}

/** Orders versions such as 1.10.0 by their numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  const at = left.findIndex((part, place) => part !== right[place]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
