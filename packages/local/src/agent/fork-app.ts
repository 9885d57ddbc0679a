import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What the parent hears of an app's process. */
export interface AppListener {
  /** The app's HTTP server is up, on loopback. */
  listening(port: number): void;
  line(text: string, stream: "stdout" | "stderr"): void;
  exit(code: number | null, signal: NodeJS.Signals | null): void;
}

/**
 * Runs an app's module in a process of its own. The app reports `{ type: "listening", port }` over the channel,
 * and must exit when the channel closes, so that it never outlives the instance.
 */
export function forkApp(
  module: string,
  cwd: string,
  env: Record<string, string>,
  listener: AppListener,
): ChildProcess {
  const path = fileURLToPath(module);
  const child = fork(path, [], {
    cwd,
    env,
    execArgv: path.endsWith(".ts") ? typescriptArguments() : [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.on("message", (message: unknown) => {
    if (typeof message !== "object" || message === null || !("port" in message)) return;
    if (typeof message.port === "number") listener.listening(message.port);
  });
  for (const stream of ["stdout", "stderr"] as const) {
    const input = child[stream];
    if (input !== null) createInterface({ input }).on("line", (text) => listener.line(text, stream));
  }
  child.once("error", (error) => listener.line(error.message, "stderr"));
  // "close" comes after the last line was read, "exit" may not.
  child.once("close", (code, signal) => listener.exit(code, signal));
  return child;
}

/** From a clone the sources run as they are; a published package has no TypeScript in it. */
function typescriptArguments(): string[] {
  const tsx = createRequire(import.meta.url).resolve("tsx");
  return ["--conditions=source", "--import", pathToFileURL(tsx).href];
}
