import { TrainyardError } from "@trainyard/core";
import { suggest } from "@trainyard/core/spec";
import { formatTable } from "../../format-table.ts";
import { frameworks } from "../../frameworks.ts";
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
    const tasks = frameworks.flatMap(({ models }) => models.map((model) => model.task));
    checkKnown(
      "framework",
      framework,
      frameworks.map(({ name }) => name),
    );
    checkKnown("task", task, [...new Set(tasks)]);
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

/** A misspelt filter would look like an empty list. */
function checkKnown(noun: string, said: string | undefined, known: readonly string[]): void {
  if (said === undefined || known.some((name) => name.toLowerCase() === said.toLowerCase())) return;
  throw new TrainyardError("INPUT_INVALID", `There is no ${noun} ${JSON.stringify(said)}.`, {
    hint: suggest(said, known, noun),
    facts: { usage: true },
  });
}
