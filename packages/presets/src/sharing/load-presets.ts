import type { Instance } from "@trainyard/core";
import { TrainyardError } from "@trainyard/core";
import { fileStorageDownload, fileStorageList } from "@trainyard/core/endpoints";
import { parsePresetFile } from "../files/parse-preset-file.ts";
import type { SourcedEntry } from "../files/resolve-presets.ts";
import { resolvePresets } from "../files/resolve-presets.ts";
import { namedPresets } from "../named-presets.ts";
import type { Preset } from "../preset.ts";
import type { PresetLock } from "./preset-lock.ts";
import { pinnedPresets } from "./preset-lock.ts";
import type { TeamPresets } from "./team-presets.ts";
import { maxPresetBytes, presetFileName, presetFolder } from "./team-presets.ts";

/** How presets are loaded. */
export interface LoadOptions {
  /** Presets that the loaded ones may extend; default: those of this package. */
  readonly known?: readonly Preset[];
  /** Takes exactly what this lock names, and refuses what has changed since. */
  readonly lock?: PresetLock;
  readonly signal?: AbortSignal;
}

/**
 * Loads a team's presets from Team Files: every `*.presets.yaml` and `*.presets.json` in the folder.
 *
 * @throws PRESET_INVALID with file and line; PRESET_CHANGED, PRESET_UNKNOWN against the lock.
 * @example
 * ```ts
 * import type { Instance } from "@trainyard/core";
 * import { findPreset } from "@trainyard/presets";
 * import { loadPresets } from "@trainyard/presets/sharing";
 * async function ours(instance: Instance) {
 *   const presets = await loadPresets(instance, { teamId: 7, path: "/presets" });
 *   return findPreset("acme/detect", presets);
 * }
 * ```
 */
export async function loadPresets(
  instance: Instance,
  options: TeamPresets & LoadOptions,
): Promise<readonly Preset[]> {
  const { known = namedPresets, lock, signal } = options;
  const presets = resolvePresets(await readTeamPresets(instance, options, signal), known);
  return lock === undefined ? presets : pinnedPresets([...presets, ...known], lock);
}

/** The entries of a team's preset files. */
export async function readTeamPresets(
  instance: Instance,
  place: TeamPresets,
  signal?: AbortSignal,
): Promise<readonly SourcedEntry[]> {
  const paths = await fileStorageList(instance, place.teamId, presetFolder(place), { signal });
  const files = paths.filter((path) => presetFileName.test(path)).sort();
  const entries: SourcedEntry[] = [];
  for (const source of files) {
    signal?.throwIfAborted();
    const bytes = await fileStorageDownload(instance, place.teamId, source, { signal });
    if (bytes.length > maxPresetBytes)
      throw new TrainyardError("PRESET_INVALID", `${source} is longer than ${maxPresetBytes} bytes.`);
    const text = new TextDecoder().decode(bytes);
    entries.push(...parsePresetFile(text, source).map((entry) => ({ entry, source })));
  }
  return entries;
}
