import { isTrainyardError, TrainyardError } from "@trainyard/core";
import { canonicalJson } from "@trainyard/core/spec";
import { definePreset } from "../define-preset.ts";
import { compareVersions, findPreset } from "../find-preset.ts";
import type { Preset } from "../preset.ts";
import { presetName } from "../preset.ts";
import { parsePresetSpec } from "../preset-spec.ts";
import type { PresetEntry } from "./preset-entry.ts";
import { presetEntry } from "./preset-entry.ts";

/** An entry and the file it stands in. */
export interface SourcedEntry {
  readonly entry: PresetEntry;
  readonly source: string;
}

/**
 * Makes presets of entries: each is laid over the parent it names, among the entries or the presets known already.
 *
 * @throws PRESET_INVALID for a cycle or a missing parent, with the chain of names; PRESET_CHANGED when two entries
 *   of one name and version differ.
 */
export function resolvePresets(
  entries: readonly SourcedEntry[],
  known: readonly Preset[],
): readonly Preset[] {
  const byName = distinct(entries);
  const done = new Map<string, Preset>();

  function make(name: string, trail: readonly string[]): Preset {
    const ready = done.get(name);
    if (ready !== undefined) return ready;
    const sourced = byName.get(name);
    if (sourced === undefined) return findPreset(name, known);
    const { entry, source } = sourced;
    const chain = [...trail, name];
    const fail = (what: string) =>
      new TrainyardError("PRESET_INVALID", `${source}: ${what}: ${chain.join(" extends ")}.`, {
        facts: { source, chain },
      });
    let parent: Preset | undefined;
    if (entry.extends !== undefined) {
      const next = newest(entry.extends, byName, known);
      chain.push(next ?? entry.extends);
      if (next === undefined) throw fail(`there is no preset ${JSON.stringify(entry.extends)}`);
      if (trail.includes(next) || next === name) throw fail("presets extend each other in a circle");
      parent = make(next, [...trail, name]);
    }
    const preset = defined(sourced, parent);
    checkKnown(preset, source, known);
    done.set(name, preset);
    return preset;
  }
  return [...byName.keys()].map((name) => make(name, []));
}

function defined({ entry, source }: SourcedEntry, parent: Preset | undefined): Preset {
  const { extends: _, spec, ...head } = entry;
  try {
    return definePreset({
      ...head,
      spec: parsePresetSpec(spec, presetName(entry)),
      ...(parent === undefined ? {} : { extends: parent }),
    });
  } catch (error) {
    if (!isTrainyardError(error)) throw error;
    throw new TrainyardError("PRESET_INVALID", `${source}: ${error.message}`, {
      hint: "",
      facts: { source, preset: presetName(entry) },
    });
  }
}

/** A file may hold a preset that is known already, as long as it says the same. */
function checkKnown(preset: Preset, source: string, known: readonly Preset[]): void {
  const name = presetName(preset);
  const other = known.find((candidate) => presetName(candidate) === name);
  const said = (one: Preset) => canonicalJson({ ...presetEntry(one), about: "" });
  if (other !== undefined && said(other) !== said(preset))
    throw new TrainyardError(
      "PRESET_CHANGED",
      `${name} in ${source} says something else than the ${name} that is known already.`,
      { facts: { preset: name, source } },
    );
}

/** One entry may stand in several files, as long as it is the same. */
function distinct(entries: readonly SourcedEntry[]): ReadonlyMap<string, SourcedEntry> {
  const byName = new Map<string, SourcedEntry>();
  for (const sourced of entries) {
    const name = presetName(sourced.entry);
    const before = byName.get(name);
    if (before !== undefined && canonicalJson(before.entry) !== canonicalJson(sourced.entry))
      throw new TrainyardError(
        "PRESET_CHANGED",
        `${name} stands in ${before.source} and in ${sourced.source} with other content.`,
        { facts: { preset: name, sources: [before.source, sourced.source] } },
      );
    byName.set(name, before ?? sourced);
  }
  return byName;
}

/** The full name of what a name without version means. */
function newest(
  name: string,
  entries: ReadonlyMap<string, SourcedEntry>,
  known: readonly Preset[],
): string | undefined {
  const all = [...[...entries.values()].map(({ entry }) => entry), ...known.map(presetEntry)];
  const [best] = all
    .filter((entry) => entry.id === name || presetName(entry) === name)
    .sort((a, b) => compareVersions(b.version, a.version));
  return best && presetName(best);
}
