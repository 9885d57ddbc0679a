import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** How one gate ended. */
export interface GateResult {
  readonly gate: string;
  readonly result: "passed" | "FAILED";
  readonly seconds: number;
}

const fiveMinutes = 300_000;

/** Runs a command to its end, shows its output line by line, and fails it after five minutes. */
export async function runGate(
  gate: string,
  command: readonly [string, ...string[]],
  print: (line: string) => void = console.log,
): Promise<GateResult> {
  const [program, ...args] = command;
  const started = performance.now();
  print(`▶ ${gate}`);
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], timeout: fiveMinutes });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      if (line.trim() !== "") print(`  ${line}`);
    });
  }
  const passed = await new Promise<boolean>((resolve) => {
    child.once("error", (error) => {
      print(`  ${error.message}`);
      resolve(false);
    });
    child.once("close", (code, signal) => {
      if (signal !== null) print(`  ended by ${signal}`);
      resolve(code === 0);
    });
  });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { gate, result: passed ? "passed" : "FAILED", seconds };
}
