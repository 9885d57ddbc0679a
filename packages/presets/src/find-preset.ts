import { TrainyardError } from "@trainyard/core";
import { suggest } from "@trainyard/core/wire";
import type { PresetName } from "./named-presets.ts";
import { namedPresets } from "./named-presets.ts";
import type { Preset } from "./preset.ts";

/**
 * The preset of a name.
 *
 * @throws PRESET_UNKNOWN with the nearest name.
 * @example
 * ```ts
 * import { findPreset } from "@trainyard/presets";
 * console.log(findPreset("yolo/fast").about);
 * ```
 */
export function findPreset(name: PresetName | (string & {})): Preset {
  const found = namedPresets.find(({ id }) => id === name);
  if (found !== undefined) return found;
  const names = namedPresets.map(({ id }) => id);
  throw new TrainyardError("PRESET_UNKNOWN", `There is no preset ${JSON.stringify(name)}.`, {
    hint: suggest(name, names, "preset"),
    facts: { preset: name },
  });
}
