import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../run-command.ts";

/** A virtual environment with the requirements, kept until they change; gives its interpreter. */
export function makeVenv(folder: string, requirements: string): string {
  const stamp = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const stampFile = join(folder, "made-from.txt");
  const python = join(folder, "bin/python");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return python;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mustRun(folder, [process.env.PYTHON ?? "python3", "-m", "venv", folder]);
  mustRun(folder, [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", requirements]);
  writeFileSync(stampFile, stamp);
  return python;
}
