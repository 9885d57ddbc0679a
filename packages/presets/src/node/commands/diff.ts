import { diffPresets, presetDifferences } from "../../diff-presets.ts";
import { findPreset } from "../../find-preset.ts";
import type { Command } from "./command.ts";
import { presetsOf } from "./command.ts";

/** `diff`: what differs between two presets; the exit code says whether anything does. */
export const diffCommand: Command = {
  usage: "diff A B",
  about: "what differs between two presets",
  names: 2,
  async run(input) {
    const presets = await presetsOf(input);
    const [a, b] = [findPreset(input.names[0] ?? "", presets), findPreset(input.names[1] ?? "", presets)];
    const rows = presetDifferences(a, b);
    input.out(input.values.json === true ? JSON.stringify(rows, null, 2) : diffPresets(a, b));
    return rows.length === 0 ? 0 : 1;
  },
};
