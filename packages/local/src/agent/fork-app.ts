import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { splitLines } from "./split-lines.ts";

/** What the parent hears of an app's process. */
export interface AppListener {
  /** The app's HTTP server is up, on loopback. */
  listening(port: number): void;
  line(text: string, stream: "stdout" | "stderr"): void;
  /** The process has ended, and its last lines were told. */
  exit(code: number | null, signal: NodeJS.Signals | null): void;
}

/** How long an ended process's pipes may stay open, in milliseconds: a process of its own may hold them. */
const lastLines = 1000;

/**
 * Runs an app's module in a process of its own. The app reports `{ type: "listening", port }` over the channel,
 * and must exit when the channel closes, so that it never outlives the instance.
 *
 * @param detached whether it leads a process group of its own.
 * @throws Error when no process can be started, e.g. for too large an environment.
 */
export function forkApp(
  module: string,
  cwd: string,
  env: Record<string, string>,
  listener: AppListener,
  detached = false,
): ChildProcess {
  const path = fileURLToPath(module);
  const child = fork(path, [], {
    cwd,
    env,
    execArgv: path.endsWith(".ts") ? typescriptArguments() : [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached,
  });
  child.on("message", (message: unknown) => {
    if (typeof message !== "object" || message === null || !("port" in message)) return;
    if (typeof message.port === "number") listener.listening(message.port);
  });
  for (const stream of ["stdout", "stderr"] as const) {
    const lines = splitLines((line) => listener.line(line, stream));
    child[stream]?.on("data", lines.push);
    child[stream]?.once("close", lines.end);
  }
  let ended = false;
  const end = (code: number | null, signal: NodeJS.Signals | null) => {
    if (!ended) listener.exit(code, signal);
    ended = true;
  };
  child.once("error", (error) => {
    listener.line(error.message, "stderr");
    if (child.pid === undefined) end(null, null);
  });
  // "close" comes after the last line was read, "exit" may not.
  child.once("close", end);
  child.once("exit", (code, signal) => {
    setTimeout(() => {
      child.stdout?.destroy();
      child.stderr?.destroy();
      end(code, signal);
    }, lastLines).unref();
  });
  return child;
}

/** From a clone the sources run as they are; a published package has no TypeScript in it. */
function typescriptArguments(): string[] {
  const tsx = createRequire(import.meta.url).resolve("tsx");
  return ["--conditions=source", "--import", pathToFileURL(tsx).href];
}
