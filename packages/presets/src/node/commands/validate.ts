import { readFile } from "node:fs/promises";
import type { Problem } from "@trainyard/core";
import { checkSpec, isTrainyardError } from "@trainyard/core";
import { mergeSpecs } from "@trainyard/core/spec";
import { presetLines } from "../../files/preset-lines.ts";
import type { SourcedEntry } from "../../files/resolve-presets.ts";
import { resolvePresets } from "../../files/resolve-presets.ts";
import { frameworks } from "../../frameworks.ts";
import { namedPresets } from "../../named-presets.ts";
import type { Preset } from "../../preset.ts";
import { presetName } from "../../preset.ts";
import { readPresetFiles } from "../load-preset-files.ts";
import type { Command } from "./command.ts";

/** `validate`: whether files of presets can be used, with every problem of every preset. */
export const validateCommand: Command = {
  usage: "validate FILE",
  about: "whether a file, folder or package of presets can be used",
  names: 1,
  async run({ names, out, cwd = process.cwd() }) {
    const entries = await readPresetFiles(names[0] ?? "", cwd);
    const linesIn = new Map<string, ReturnType<typeof presetLines>>();
    let errors = 0;
    for (const sourced of entries) {
      const { entry, source } = sourced;
      const lines = linesIn.get(source) ?? presetLines(await readFile(source, "utf8"));
      linesIn.set(source, lines);
      const name = presetName(entry);
      const made = make(sourced, entries);
      if (typeof made === "string") {
        errors++;
        out(`${name}:\n  error ${made}`);
        continue;
      }
      const problems = problemsOf(made);
      errors += problems.filter(({ severity }) => severity === "error").length;
      out(`${name}: ${problems.length === 0 ? "good" : ""}`.trim());
      for (const { severity, path, message, hint } of problems) {
        const line = lines(entry.id, path);
        out(`  ${severity}${line === undefined ? "" : ` line ${line},`} ${path}: ${message} ${hint}`);
      }
    }
    out(`${entries.length} presets, ${errors} errors.`);
    return errors === 0 ? 0 : 1;
  },
};

/** The preset of an entry, or why it is none: one that is wrong does not hide the others. */
function make(sourced: SourcedEntry, all: readonly SourcedEntry[]): Preset | string {
  try {
    const presets = resolvePresets(withParents(sourced, all), namedPresets);
    return presets.find((preset) => presetName(preset) === presetName(sourced.entry)) ?? "it is not found.";
  } catch (error) {
    if (!isTrainyardError(error)) throw error;
    return error.message;
  }
}

function withParents(sourced: SourcedEntry, all: readonly SourcedEntry[]): readonly SourcedEntry[] {
  const found = new Set([sourced]);
  for (const { entry } of found)
    for (const other of all) if (other.entry.id === entry.extends?.split("@")[0]) found.add(other);
  return [...found];
}

function problemsOf(preset: Preset): readonly Problem[] {
  const spec = mergeSpecs({}, preset.spec);
  const { model } = spec;
  const facts = frameworks.find(({ name }) => model?.from === "pretrained" && name === model.framework);
  const known = { layers: preset.layers, frameworks: frameworks.map(({ name }) => name) };
  return checkSpec(spec, facts === undefined ? known : { ...known, facts }).filter(
    ({ code }) => code !== "STEP_MISSING",
  );
}
