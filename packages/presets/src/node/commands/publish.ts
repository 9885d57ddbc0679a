import { findPreset } from "../../find-preset.ts";
import { publishPreset } from "../../sharing/publish-preset.ts";
import type { Command } from "./command.ts";
import { presetsOf, teamOf } from "./command.ts";

/** `publish`: puts a preset into Team Files; a version that is there with other content is never overwritten. */
export const publishCommand: Command = {
  usage: "publish ID[@VERSION]",
  about: "puts a preset, with its parents, into Team Files",
  names: 1,
  async run(input) {
    const preset = findPreset(input.names[0] ?? "", await presetsOf(input));
    const { instance, place } = teamOf(input);
    const { path, written } = await publishPreset(instance, preset, place);
    input.out(written ? `Published ${path}.` : `${path} was there already, the same.`);
    return 0;
  },
};
