import { parseArgs } from "node:util";
import { isTrainyardError } from "@trainyard/core";
import type { CliPlace, Command } from "./commands/command.ts";
import { diffCommand } from "./commands/diff.ts";
import { listCommand } from "./commands/list.ts";
import { pinCommand } from "./commands/pin.ts";
import { publishCommand } from "./commands/publish.ts";
import { pullCommand } from "./commands/pull.ts";
import { showCommand } from "./commands/show.ts";
import { validateCommand } from "./commands/validate.ts";

const commands: Readonly<Record<string, Command>> = {
  list: listCommand,
  show: showCommand,
  diff: diffCommand,
  validate: validateCommand,
  pin: pinCommand,
  pull: pullCommand,
  publish: publishCommand,
};

const help = `trainyard-presets: named training configs.

${Object.values(commands)
  .map(({ usage, about }) => `  ${usage.padEnd(34)} ${about}`)
  .join("\n")}

Where presets come from (those of the package are always there):
  --from PLACE        a *.presets.yaml file, a folder, or an npm package; may be repeated
  --lock FILE         takes exactly what this lock file names
In Team Files (list, pull, publish; the instance is the one of SERVER_ADDRESS and API_TOKEN):
  --team ID           the team; default TEAM_ID
  --path FOLDER       the folder in Team Files; default /presets
  --json              list, show and diff print JSON
  --help              this text

Exit code: 0 done, 1 something is wrong with presets or the instance (diff: they differ), 2 the command line is.`;

const options = {
  from: { type: "string", multiple: true },
  lock: { type: "string" },
  team: { type: "string" },
  path: { type: "string" },
  task: { type: "string" },
  framework: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Runs the command line; gives the exit code. */
export async function runPresetsCli(args: readonly string[], place: CliPlace = {}): Promise<number> {
  const { out = console.log, err = console.error } = place;
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read(args);
  } catch (error) {
    err(`${error instanceof Error ? error.message : String(error)}\nTry --help.`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [name, ...names] = positionals;
  if (values.help === true || name === undefined) {
    out(help);
    return values.help === true ? 0 : 2;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || names.length !== command.names) {
    err(command === undefined ? `There is no command ${name}.` : `Usage: trainyard-presets ${command.usage}`);
    err("Try --help.");
    return 2;
  }
  try {
    return await command.run({ ...place, out, values, names });
  } catch (error) {
    err(isTrainyardError(error) ? `${error.code}: ${error.message}` : String(error));
    return isTrainyardError(error, "INPUT_INVALID") && error.facts.usage === true ? 2 : 1;
  }
}

function read(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}
