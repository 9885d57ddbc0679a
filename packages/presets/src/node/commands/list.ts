import { formatTable } from "../../format-table.ts";
import { listPresets } from "../../list-presets.ts";
import { presetName } from "../../preset.ts";
import type { Command } from "./command.ts";
import { presetsOf } from "./command.ts";

/** `list`: every preset, or those of a task or framework. */
export const listCommand: Command = {
  usage: "list [--task T] [--framework F]",
  about: "every preset, with when to use it",
  names: 0,
  async run(input) {
    const { task, framework, json } = input.values;
    const filter = {
      ...(task === undefined ? {} : { task }),
      ...(framework === undefined ? {} : { framework }),
    };
    const presets = listPresets(filter, await presetsOf(input));
    const rows = presets.map((preset) => [presetName(preset), preset.cost ?? "", preset.about]);
    if (json === true)
      input.out(
        JSON.stringify(
          presets.map(({ id, version, cost, about }) => ({ id, version, cost, about })),
          null,
          2,
        ),
      );
    else input.out(formatTable([["preset", "cost", "when"], ...rows]));
    return 0;
  },
};
