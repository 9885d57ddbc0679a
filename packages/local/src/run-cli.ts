import { homedir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { importProgress } from "./import-progress.ts";
import { runAppCli } from "./run-app-cli.ts";
import { startLocalInstance } from "./start-local-instance.ts";

const help = `trainyard-local: an embedded instance on loopback, with an agent that rehearses trainings.

  --dir DIR       folder of its state (default: ~/.trainyard)
  --port N        port (default: a free one)
  --token TOKEN   API token (default: the one it had before, or a fresh one)
  --import PATH   takes in a project: a folder in Supervisely's on-disk format, a YOLO folder (data.yaml), a COCO file or
                  folder, or a .zip, .tar or .tar.gz of one; may be repeated
  --print-token   prints the API token, to be copied into ~/supervisely.env
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
        "print-token": { type: "boolean" },
        help: { type: "boolean" },
      },
    });
    if (values.help === true) {
      console.log(help);
      return 0;
    }
    const dir = values.dir ?? join(homedir(), ".trainyard");
    await using instance = await startLocalInstance({
      dir,
      port: readPort(values.port),
      ...(values.token === undefined ? {} : { token: values.token }),
    });
    const { teamId, workspaceId, agentId } = instance.defaults;
    console.log(`Address:   ${instance.address}`);
    console.log(`Ids:       team ${teamId}, workspace ${workspaceId}, agent ${agentId}`);
    console.log(`State:     ${dir} (the token is in instance.json)`);
    if (values["print-token"] === true) console.log(`Token:     ${instance.token}`);
    for (const folder of values.import ?? []) {
      const { stop, ...progress } = importProgress(basename(folder));
      const project = await instance.importProject(folder, progress).finally(stop);
      console.log(
        `Project:   ${project.id} "${project.name}", ${project.images} images${project.skipped > 0 ? `, ${project.skipped} files that are no images skipped` : ""}`,
      );
      for (const sentence of project.leftOut) console.log(`           left out: ${sentence}`);
    }
    console.log(`Open:      ${instance.pageLink()} (signs in once, within ten minutes)`);
    console.log("Running until Ctrl-C.");
    await untilSignal();
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
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
