import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { appCommand } from "./commands/app-command.ts";
import { envCommand } from "./commands/env-command.ts";
import { importCommand } from "./commands/import-command.ts";
import { importPath } from "./commands/import-path.ts";
import { markCommand } from "./commands/mark-command.ts";
import { ownImporter } from "./commands/own-importer.ts";
import type { LocalInstance } from "./instance/start-local-instance.ts";
import { startLocalInstance } from "./instance/start-local-instance.ts";

const help = `trainyard-local: an embedded instance on loopback, with an agent that rehearses trainings.

  --dir DIR       folder of its state (default: ~/.trainyard)
  --port N        port (default: a free one)
  --token TOKEN   API token (default: the one it had before, or a fresh one)
  --import PATH   takes in a project: a folder in Supervisely's on-disk format, a YOLO folder (data.yaml), a COCO file or
                  folder, or a .zip, .tar or .tar.gz of one; may be repeated
  --again         imports a path once more that the instance already has a project of
  --print-token   prints the API token as well, as a line for ~/supervisely.env or a shell
  --help          this text

Beside it, in another terminal, or without one that runs (each tells more with --help):
  env             the lines that connect to it, the token with them
  import PATH …   takes further projects in
  tag, dataset, collection PROJECT NAME …
                  makes what a split needs of a project's images
  app …           real training apps of the instance

It runs until Ctrl-C. What it holds survives a restart.`;

const commands: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  app: appCommand,
  env: envCommand,
  import: importCommand,
  tag: (args) => markCommand("tag", args),
  dataset: (args) => markCommand("dataset", args),
  collection: (args) => markCommand("collection", args),
};

/** Runs the command line; gives the exit code. Ends by itself only on a signal or an error. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    const [verb = "", ...more] = args;
    const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
    if (command !== undefined) return await command(more);
    const { values } = parseArgs({
      args: [...args],
      options: {
        dir: { type: "string" },
        port: { type: "string" },
        token: { type: "string" },
        import: { type: "string", multiple: true },
        again: { type: "boolean" },
        "print-token": { type: "boolean" },
        help: { type: "boolean" },
      },
    });
    if (values.help === true) {
      console.log(help);
      return 0;
    }
    const dir = values.dir ?? join(homedir(), ".trainyard");
    const instance = await startLocalInstance({
      dir,
      port: readPort(values.port),
      ...(values.token === undefined ? {} : { token: values.token }),
    });
    // Node 20 knows no `await using` yet.
    try {
      const { teamId, workspaceId, agentId } = instance.defaults;
      console.log(`Address:   ${instance.address}`);
      console.log(`Ids:       team ${teamId}, workspace ${workspaceId}, agent ${agentId}`);
      console.log(`State:     ${dir} (the token is in instance.json)`);
      for (const line of pasteLines(instance, values["print-token"] === true)) console.log(line);
      for (const { id, name, images } of instance.projects())
        console.log(`Project:   ${id} "${name}", ${images} images`);
      for (const path of values.import ?? [])
        await importPath(ownImporter(instance), path, values.again === true);
      console.log(`Open:      ${instance.pageLink()} (signs in once, within ten minutes)`);
      // Heard before it is said: a Ctrl-C at once must close the instance as well.
      const ended = untilSignal();
      console.log("Running until Ctrl-C.");
      await ended;
      return 0;
    } finally {
      await instance.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/** What a shell, or ~/supervisely.env, needs to connect; the token only when it was asked for. */
function pasteLines({ address, token }: LocalInstance, withToken: boolean): readonly string[] {
  return [
    `SERVER_ADDRESS=${address}`,
    withToken
      ? `API_TOKEN=${token}`
      : "API_TOKEN: trainyard-local env, in another terminal, shows it (or --print-token here)",
  ];
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`--port ${text} is no port. Give a number from 0 to 65535.`);
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
