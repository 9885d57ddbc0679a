import { readFile, stat } from "node:fs/promises";
import * as v from "valibot";
import { ProjectFormatError } from "./format-error.ts";

/** Larger than any annotation of use; a bound for what is parsed. */
const maxBytes = 64 * 2 ** 20;

/**
 * Reads a JSON file of a project folder.
 *
 * @throws ProjectFormatError naming the file and the place in it.
 */
export async function readFormatJson<T>(
  file: string,
  schema: v.GenericSchema<unknown, T>,
  most: number = maxBytes,
): Promise<T> {
  const json = await parse(file, most);
  // An array passes as an object of unknown keys; taken so, its labels would be lost without a word.
  if (Array.isArray(json))
    throw new ProjectFormatError(file, "the file holds a list, not an object. Export the project again.");
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? "the file";
  throw new ProjectFormatError(file, `${where}: ${issue.message}. Export the project again.`);
}

async function parse(file: string, most: number): Promise<unknown> {
  let text: string;
  try {
    if ((await stat(file)).size > most)
      throw new ProjectFormatError(file, "the file is too large to be JSON of a project.");
    text = await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof ProjectFormatError) throw cause;
    const why =
      typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "unknown";
    throw new ProjectFormatError(file, `the file cannot be read (${why}). Check that you may read it.`);
  }
  try {
    // Python's json writes a byte order mark where a Windows editor was used.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new ProjectFormatError(file, "the file is not JSON. Export the project again.");
  }
}
