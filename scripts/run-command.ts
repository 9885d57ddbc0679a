import { spawnSync } from "node:child_process";

/** What a finished command said, and its exit code (null when it was ended or never ran). */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly output: string;
}

/** Runs a command to its end, at most five minutes, without showing anything. */
export function runCommand(folder: string, command: readonly [string, ...string[]]): CommandResult {
  const [program, ...args] = command;
  const options = { cwd: folder, encoding: "utf8", timeout: 300_000, maxBuffer: 64 << 20 } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  return { code: status, stdout, output: [stdout, stderr, error?.message].filter(Boolean).join("\n").trim() };
}

/** The same for a step that must succeed; throws an error that holds what the command said. */
export function mustRun(folder: string, command: readonly [string, ...string[]]): string {
  const { code, stdout, output } = runCommand(folder, command);
  if (code !== 0) throw new Error(`${command.join(" ")} failed:\n${output}`);
  return stdout;
}
