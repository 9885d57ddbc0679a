import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { findPreset } from "../../find-preset.ts";
import { pinPresets } from "../../sharing/preset-lock.ts";
import type { Command } from "./command.ts";
import { presetsOf } from "./command.ts";

/** `pin`: writes the lock file of a preset and its parents, so that a script uses the same values next month. */
export const pinCommand: Command = {
  usage: "pin ID[@VERSION][,ID…]",
  about: "writes presets.lock.json (or --lock FILE): versions and hashes",
  names: 1,
  async run(input) {
    const { lock, ...values } = input.values;
    const presets = await presetsOf({ ...input, values });
    const chosen = (input.names[0] ?? "").split(",").map((name) => findPreset(name, presets));
    const file = resolve(input.cwd ?? process.cwd(), lock ?? "presets.lock.json");
    await writeFile(file, `${JSON.stringify(pinPresets(chosen), null, 2)}\n`);
    input.out(`${file}: ${chosen.length} pinned.`);
    return 0;
  },
};
