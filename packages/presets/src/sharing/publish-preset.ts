import type { Instance } from "@trainyard/core";
import { TrainyardError } from "@trainyard/core";
import { fileStorageDownload, fileStorageList, fileStorageUpload } from "@trainyard/core/endpoints";
import { canonicalJson } from "@trainyard/core/spec";
import { parsePresetFile } from "../files/parse-preset-file.ts";
import { presetEntry } from "../files/preset-entry.ts";
import type { Preset } from "../preset.ts";
import { presetName } from "../preset.ts";
import type { TeamPresets } from "./team-presets.ts";
import { presetFolder } from "./team-presets.ts";

/** What became of a publication. */
export interface Published {
  /** The file in Team Files. */
  readonly path: string;
  /** False when this very version was there already. */
  readonly written: boolean;
}

/**
 * Puts a preset, with the parents it needs, into Team Files: one file a version, so that history is kept.
 *
 * @throws PRESET_CHANGED when the version is there with other content; nothing is overwritten.
 * @example
 * ```ts
 * import type { Instance } from "@trainyard/core";
 * import { yoloPresets } from "@trainyard/presets";
 * import { publishPreset } from "@trainyard/presets/sharing";
 * const share = (instance: Instance) => publishPreset(instance, yoloPresets.fast, { teamId: 7 });
 * ```
 */
export async function publishPreset(
  instance: Instance,
  preset: Preset,
  place: TeamPresets,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Published> {
  const path = `${presetFolder(place)}/${presetName(preset)}.presets.json`;
  const content = { presets: withParents(preset).map(presetEntry) };
  const there = await fileStorageList(instance, place.teamId, path, options);
  if (there.includes(path)) return checkSame(instance, place, path, preset, content.presets, options.signal);
  options.signal?.throwIfAborted();
  const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
  await fileStorageUpload(instance, place.teamId, path, bytes, options);
  // Two may have published at once: what stands there now is what counts.
  return {
    ...(await checkSame(instance, place, path, preset, content.presets, options.signal)),
    written: true,
  };
}

/** The farthest parent first. */
function withParents(preset: Preset): readonly Preset[] {
  return preset.extends === undefined ? [preset] : [...withParents(preset.extends), preset];
}

async function checkSame(
  instance: Instance,
  { teamId }: TeamPresets,
  path: string,
  preset: Preset,
  entries: readonly unknown[],
  signal: AbortSignal | undefined,
): Promise<Published> {
  const text = new TextDecoder().decode(await fileStorageDownload(instance, teamId, path, { signal }));
  if (canonicalJson(parsePresetFile(text, path)) === canonicalJson(entries)) return { path, written: false };
  throw new TrainyardError(
    "PRESET_CHANGED",
    `${presetName(preset)} is in Team Files already, with other content: ${path}.`,
    { hint: "Give the changed preset a new version.", facts: { preset: presetName(preset), path } },
  );
}
