import { spawn } from "node:child_process";
import type { Counts } from "./count-results.ts";
import { countResults } from "./count-results.ts";
import type { PythonCommand } from "./python-commands.ts";

const tenMinutes = 600_000;

/** Runs a command, shows what it prints, and counts its results. */
export async function runCommand(
  { name, run: [program, ...args] }: PythonCommand,
  env: Readonly<Record<string, string>>,
): Promise<Counts> {
  console.log(`▶ ${name}`);
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "inherit"], timeout: tenMinutes });
  const pieces: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => {
    pieces.push(piece);
    process.stdout.write(piece);
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(null);
    });
    child.once("close", resolve);
  });
  return countResults(Buffer.concat(pieces).toString("utf8"), code);
}
