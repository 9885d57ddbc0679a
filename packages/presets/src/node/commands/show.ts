import { describePreset } from "../../describe-preset.ts";
import { presetEntry } from "../../files/preset-entry.ts";
import { findPreset } from "../../find-preset.ts";
import type { Command } from "./command.ts";
import { presetsOf } from "./command.ts";

/** `show`: what a preset sets over the defaults. */
export const showCommand: Command = {
  usage: "show ID[@VERSION]",
  about: "what a preset sets over the defaults",
  names: 1,
  async run(input) {
    const preset = findPreset(input.names[0] ?? "", await presetsOf(input));
    const whole = { ...presetEntry(preset), parents: preset.parents, spec: preset.spec };
    input.out(input.values.json === true ? JSON.stringify(whole, null, 2) : describePreset(preset));
    return 0;
  },
};
