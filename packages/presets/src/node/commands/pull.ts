import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { TrainyardError } from "@trainyard/core";
import { canonicalJson } from "@trainyard/core/spec";
import { parsePresetFile } from "../../files/parse-preset-file.ts";
import { presetEntry } from "../../files/preset-entry.ts";
import { resolvePresets } from "../../files/resolve-presets.ts";
import { namedPresets } from "../../named-presets.ts";
import { presetName } from "../../preset.ts";
import { readTeamPresets } from "../../sharing/load-presets.ts";
import type { Command } from "./command.ts";
import { teamOf } from "./command.ts";

/** `pull`: copies a team's presets into a folder, one file a version. */
export const pullCommand: Command = {
  usage: "pull FOLDER",
  about: "copies a team's presets from Team Files into a folder",
  names: 1,
  async run(input) {
    const { instance, place } = teamOf(input);
    const entries = await readTeamPresets(instance, place);
    // Whole or not at all: what cannot be resolved is refused before anything is written.
    const presets = resolvePresets(entries, namedPresets);
    const folder = resolve(input.cwd ?? process.cwd(), input.names[0] ?? "");
    for (const preset of presets) {
      // No part of an id begins with a dot, so the file stays in the folder.
      const file = join(folder, `${presetName(preset)}.presets.json`);
      await mkdir(dirname(file), { recursive: true });
      await write(file, [presetEntry(preset)]);
    }
    input.out(`${presets.length} presets in ${folder}.`);
    return 0;
  },
};

async function write(file: string, presets: readonly unknown[]): Promise<void> {
  const before = await readFile(file, "utf8").catch(() => undefined);
  if (before !== undefined && canonicalJson(parsePresetFile(before, file)) !== canonicalJson(presets))
    throw new TrainyardError("PRESET_CHANGED", `${file} is there already, with other content.`, {
      hint: "Move it away, or give your own preset another version.",
    });
  await writeFile(file, `${JSON.stringify({ presets }, null, 2)}\n`);
}
