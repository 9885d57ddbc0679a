import type { SpecPatch } from "@trainyard/core/spec";
import * as v from "valibot";
import type { Preset } from "../preset.ts";
import { presetName } from "../preset.ts";
import type { PresetHead } from "../preset-head.ts";
import { presetHeadEntries } from "../preset-head.ts";

/** A preset as a file has it: its parent is a name, its settings may be in the short form. */
export interface PresetEntry extends PresetHead {
  /** `acme/detect`, or one version of it: `acme/detect@2.1.0`. */
  readonly extends?: string;
  readonly spec: unknown;
}

const { id, version, about, cost, lock, rules } = presetHeadEntries;

/** The schema of one entry. The settings are read by {@link parsePresetSpec}. */
export const presetEntrySchema: v.GenericSchema<unknown, PresetEntry> = v.strictObject({
  id,
  version,
  about,
  cost: v.exactOptional(cost),
  extends: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[\w./-]+(@\d+\.\d+\.\d+)?$/, "expected a preset such as acme/detect@1.0.0")),
  ),
  lock: v.exactOptional(lock),
  rules: v.exactOptional(rules),
  spec: v.unknown(),
});

/** The schema of a file of presets. */
export const presetFileSchema: v.GenericSchema<unknown, { readonly presets: readonly PresetEntry[] }> =
  v.strictObject({
    $schema: v.exactOptional(v.string()),
    presets: v.pipe(
      v.array(presetEntrySchema, "expected a list of presets"),
      v.maxLength(1000, "expected at most 1000 presets"),
    ),
  });

/** A preset as an entry: what it says itself, and its parent by name and version. */
export function presetEntry(preset: Preset): PresetEntry & { readonly spec: SpecPatch } {
  const { id, version, about, cost, lock, rules } = preset;
  return {
    id,
    version,
    about,
    ...(cost === undefined ? {} : { cost }),
    ...(preset.extends === undefined ? {} : { extends: presetName(preset.extends) }),
    ...(lock.length === 0 ? {} : { lock }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
    spec: preset.layers.at(-1)?.spec ?? {},
  };
}
