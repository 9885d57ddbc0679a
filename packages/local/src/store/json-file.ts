import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as v from "valibot";

/**
 * Reads a JSON file of the store; undefined when there is none.
 *
 * @throws Error naming the file when it is there but cannot be used: what it says must not be overwritten.
 */
export function readJsonFile<T>(path: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    if (
      typeof cause === "object" &&
      cause !== null &&
      "code" in cause &&
      (cause.code === "ENOENT" || cause.code === "ENOTDIR")
    )
      return undefined;
    throw new Error(`${path} cannot be read. Check that you may read it.`, { cause });
  }
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} is damaged. Restore it from a copy, or remove it to begin anew.`, { cause });
  }
}

/** Writes a JSON file so that a reader sees the old or the new one, never a half. */
export function writeJsonFile(path: string, value: unknown, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, `${JSON.stringify(value)}\n`, { mode });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
