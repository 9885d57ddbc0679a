import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { importProgress } from "./import-progress.ts";
import { runAppCli } from "./run-app-cli.ts";
import type { LocalInstance } from "./start-local-instance.ts";
import { startLocalInstance } from "./start-local-instance.ts";

const help = `trainyard-local: an embedded instance on loopback, with an agent that rehearses trainings.

  --dir DIR       folder of its state (default: ~/.trainyard)
  --port N        port (default: a free one)
  --token TOKEN   API token (default: the one it had before, or a fresh one)
  --import PATH   takes in a project: a folder in Supervisely's on-disk format, a YOLO folder (data.yaml), a COCO file or
                  folder, or a .zip, .tar or .tar.gz of one; may be repeated
  --again         imports a path once more that the instance already has a project of
  --print-token   prints the API token as well, as a line for ~/supervisely.env or a shell
  --help          this text
  app …           real training apps of the instance: app --help tells

It runs until Ctrl-C. What it holds survives a restart.`;

/** Runs the command line; gives the exit code. Ends by itself only on a signal or an error. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    if (args[0] === "app") return runAppCli(args.slice(1));
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
      for (const path of values.import ?? []) await importOne(instance, path, values.again === true);
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
    withToken ? `API_TOKEN=${token}` : "API_TOKEN: --print-token shows it",
  ];
}

/** Imports a path, and says what came of it: a bad one does not keep the instance from running. */
async function importOne(instance: LocalInstance, path: string, again: boolean): Promise<void> {
  const known = instance.projects().find(({ importedFrom }) => importedFrom === resolve(path));
  if (known !== undefined && !again) {
    console.log(`Not again: ${path} is project ${known.id} already; --again imports it once more.`);
    return;
  }
  const { stop, ...progress } = importProgress(basename(path));
  try {
    const project = await instance.importProject(path, progress).finally(stop);
    const skipped = project.skipped > 0 ? `, ${project.skipped} files that are no images skipped` : "";
    console.log(`Imported:  ${project.id} "${project.name}", ${project.images} images${skipped}`);
    for (const sentence of project.leftOut) console.log(`           left out: ${sentence}`);
  } catch (error) {
    console.error(`Not imported: ${error instanceof Error ? error.message : String(error)}`);
  }
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
