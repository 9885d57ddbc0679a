import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** An embedded instance in a process of its own. */
export interface LocalCli extends AsyncDisposable {
  readonly address: string;
  readonly token: string;
  readonly teamId: string;
  readonly workspaceId: string;
  readonly agentId: string;
  readonly projectId: string;
}

const cli = fileURLToPath(new URL("../../../packages/local/src/cli.ts", import.meta.url));
const patience = 60_000;

/** Starts `trainyard-local` on a free port with one project taken in; gives what it printed once it runs. */
export async function startLocalCli(dir: string, project: string): Promise<LocalCli> {
  const args = [cli, "--dir", dir, "--port", "0", "--import", project, "--print-token"];
  const child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("close", () => resolve());
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const kill = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await ended;
    clearTimeout(kill);
  };
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  for await (const line of reader) {
    lines.push(line);
    if (line.startsWith("Running")) break;
  }
  clearTimeout(timer);
  child.stdout.resume();
  const read = (pattern: RegExp) => pattern.exec(lines.join("\n"))?.[1];
  const [address, token] = [read(/^Address: +(\S+)$/m), read(/^API_TOKEN=(\S+)$/m)];
  const [teamId, workspaceId] = [read(/^Ids:.*team (\d+)/m), read(/^Ids:.*workspace (\d+)/m)];
  const [agentId, projectId] = [read(/^Ids:.*agent (\d+)/m), read(/^(?:Imported|Project): +(\d+) /m)];
  if (!address || !token || !teamId || !workspaceId || !agentId || !projectId) {
    await stop();
    throw new Error(
      `trainyard-local did not start: ${lines.filter((line) => !line.startsWith("Token")).join("\n")}`,
    );
  }
  return { address, token, teamId, workspaceId, agentId, projectId, [Symbol.asyncDispose]: stop };
}
