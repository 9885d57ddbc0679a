import { TrainyardError } from "@trainyard/core";
import { suggest } from "@trainyard/core/spec";
import { formatTable } from "../../format-table.ts";
import { frameworks } from "../../frameworks.ts";
import { frameworkOf, listPresets } from "../../list-presets.ts";
import type { Preset } from "../../preset.ts";
import { presetName } from "../../preset.ts";
import { loadPresets } from "../../sharing/load-presets.ts";
import type { Command, CommandInput } from "./command.ts";
import { presetsOf, teamOf } from "./command.ts";

/** `list`: every preset, or those of a task or framework. */
export const listCommand: Command = {
  usage: "list [--task T] [--framework F] [--team ID]",
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
    const known = await presetsOf(input);
    const presets = listPresets(filter, [...(await teamPresets(input, known)), ...known]);
    const rows = presets.map((preset) => {
      const limits = frameworkOf(preset)?.limits ?? [];
      const about =
        limits.length === 0 ? preset.about : `${preset.about} Cannot be started from code: ${limits[0]}`;
      return [presetName(preset), preset.cost ?? "", about];
    });
    if (json === true)
      input.out(
        JSON.stringify(
          presets.map((preset) => {
            const { id, version, cost, about } = preset;
            return { id, version, cost, about, limits: frameworkOf(preset)?.limits ?? [] };
          }),
          null,
          2,
        ),
      );
    else input.out(formatTable([["preset", "cost", "when"], ...rows]));
    return 0;
  },
};

/** Those in the Team Files of `--team`. */
async function teamPresets(input: CommandInput, known: readonly Preset[]): Promise<readonly Preset[]> {
  if (input.values.team === undefined) return [];
  const { instance, place } = teamOf(input);
  return loadPresets(instance, { ...place, known });
}

/** A misspelt filter would look like an empty list. */
function checkKnown(noun: string, said: string | undefined, known: readonly string[]): void {
  if (said === undefined || known.some((name) => name.toLowerCase() === said.toLowerCase())) return;
  throw new TrainyardError("INPUT_INVALID", `There is no ${noun} ${JSON.stringify(said)}.`, {
    hint: suggest(said, known, noun),
    facts: { usage: true },
  });
}
