import { TrainyardError } from "@trainyard/core";
import { parseInput } from "@trainyard/core/errors";
import { contentHash } from "@trainyard/core/spec";
import * as v from "valibot";
import { presetEntry } from "../files/preset-entry.ts";
import { compareVersions } from "../find-preset.ts";
import type { Preset } from "../preset.ts";
import { presetName } from "../preset.ts";

/** Which presets a script uses: their versions, and the hash of what they say. It is kept as JSON beside the script. */
export interface PresetLock {
  readonly lockVersion: 1;
  readonly presets: Readonly<Record<string, { readonly version: string; readonly hash: string }>>;
}

const presetLockSchema: v.GenericSchema<unknown, PresetLock> = v.strictObject({
  lockVersion: v.literal(1),
  presets: v.record(
    v.string(),
    v.strictObject({ version: v.string(), hash: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)) }),
  ),
});

/**
 * Reads a lock's text.
 *
 * @throws PRESET_INVALID
 */
export function parsePresetLock(text: string, source: string): PresetLock {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new TrainyardError("PRESET_INVALID", `${source} is not JSON.`, { hint: "Pin the presets anew." });
  }
  return parseInput(presetLockSchema, json, source);
}

/** The hash of everything a preset says, its parents' words included; `about` may be reworded. */
export function presetHash(preset: Preset): string {
  const said = (one: Preset): unknown => {
    const { about: _, extends: parent, ...entry } = presetEntry(one);
    return {
      ...entry,
      extends: parent === undefined || one.extends === undefined ? null : said(one.extends),
    };
  };
  return contentHash(said(preset));
}

/**
 * Pins presets as they are now, the newest version of each.
 *
 * @example
 * ```ts
 * import { listPresets } from "@trainyard/presets";
 * import { pinPresets } from "@trainyard/presets/sharing";
 * const lock = pinPresets(listPresets({ framework: "YOLO" }));
 * ```
 */
export function pinPresets(presets: readonly Preset[]): PresetLock {
  const newest = new Map<string, Preset>();
  for (const preset of presets) {
    const other = newest.get(preset.id);
    if (other === undefined || compareVersions(preset.version, other.version) > 0)
      newest.set(preset.id, preset);
  }
  const sorted = [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map((preset) => [preset.id, { version: preset.version, hash: presetHash(preset) }]);
  return { lockVersion: 1, presets: Object.fromEntries(rows) };
}

/**
 * Gives exactly the presets that a lock names, in the versions it names.
 *
 * @throws PRESET_CHANGED when one says something else under its version; PRESET_UNKNOWN when one is gone.
 */
export function pinnedPresets(presets: readonly Preset[], lock: PresetLock): readonly Preset[] {
  const { presets: pins } = parseInput(presetLockSchema, lock, "lock");
  return Object.entries(pins).map(([id, pin]) => {
    const name = presetName({ id, version: pin.version });
    const preset = presets.find((candidate) => presetName(candidate) === name);
    if (preset === undefined)
      throw new TrainyardError("PRESET_UNKNOWN", `The lock names ${name}, which is not there any more.`, {
        hint: "Bring it back, or pin anew if the change is meant.",
        facts: { preset: name },
      });
    const hash = presetHash(preset);
    if (hash !== pin.hash)
      throw new TrainyardError("PRESET_CHANGED", `${name} says something else than when it was pinned.`, {
        hint: "Give the changed preset a new version; pin anew if the change is meant.",
        facts: { preset: name, pinned: pin.hash, found: hash },
      });
    return preset;
  });
}
