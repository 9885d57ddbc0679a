import { TrainyardError } from "@trainyard/core";
import { connectFromEnv } from "@trainyard/core/node";
import { resolvePresets } from "../../files/resolve-presets.ts";
import { namedPresets } from "../../named-presets.ts";
import type { Preset } from "../../preset.ts";
import { pinnedPresets } from "../../sharing/preset-lock.ts";
import type { TeamPresets } from "../../sharing/team-presets.ts";
import { readLock, readPresetFiles } from "../load-preset-files.ts";

/** Where the command line runs; the defaults are the process's own. */
export interface CliPlace {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Prints what was asked for; default `console.log`. */
  readonly out?: (text: string) => void;
  /** Prints what went wrong; default `console.error`. */
  readonly err?: (text: string) => void;
}

/** What a command is given. */
export interface CommandInput extends CliPlace {
  readonly out: (text: string) => void;
  readonly names: readonly string[];
  readonly values: {
    readonly from?: readonly string[] | undefined;
    readonly lock?: string | undefined;
    readonly team?: string | undefined;
    readonly path?: string | undefined;
    readonly task?: string | undefined;
    readonly framework?: string | undefined;
    readonly json?: boolean | undefined;
  };
}

/** A command of `trainyard-presets`. */
export interface Command {
  readonly usage: string;
  readonly about: string;
  /** How many names it takes. */
  readonly names: number;
  /** Gives the exit code. */
  run(input: CommandInput): Promise<number>;
}

/** The presets of the package and of every place named by `--from`, as the lock has them. */
export async function presetsOf({ values, cwd = process.cwd() }: CommandInput): Promise<readonly Preset[]> {
  const places = await Promise.all((values.from ?? []).map((place) => readPresetFiles(place, cwd)));
  const presets = [...resolvePresets(places.flat(), namedPresets), ...namedPresets];
  return values.lock === undefined ? presets : pinnedPresets(presets, await readLock(values.lock, cwd));
}

/** The instance and the folder in Team Files that `--team` and `--path` name. */
export function teamOf({ values, cwd, env }: CommandInput): {
  readonly instance: ReturnType<typeof connectFromEnv>;
  readonly place: TeamPresets;
} {
  const instance = connectFromEnv({
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
  });
  const team = values.team === undefined ? instance.teamId : Number(values.team);
  if (team === undefined || !Number.isSafeInteger(team) || team < 1)
    throw new TrainyardError("INPUT_INVALID", "No team is named.", {
      hint: "Give --team ID, or set TEAM_ID.",
      facts: { usage: true },
    });
  return { instance, place: { teamId: team, ...(values.path === undefined ? {} : { path: values.path }) } };
}
