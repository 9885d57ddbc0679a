import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { TrainyardError } from "@trainyard/core";
import { parse } from "yaml";

/** A training as a file says it: the settings of a spec, and a preset's name. */
export type TrainingFile = Readonly<Record<string, unknown>>;

/**
 * Reads a training from YAML or JSON, or from a module whose default export is a chain or a spec.
 *
 * @throws INPUT_INVALID naming the file.
 */
export async function readTrainingFile(file: string, cwd: string): Promise<TrainingFile> {
  const path = resolve(cwd, file);
  const value = /^\.[cm]?[jt]s$/.test(extname(path)) ? await fromModule(path) : await fromText(path);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new TrainyardError("INPUT_INVALID", `${path}: expected settings by name.`, {
    hint: "Write e.g. `preset: yolo/fast` and `project: 101`, or export a chain as the module's default.",
  });
}

async function fromText(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new TrainyardError("INPUT_INVALID", `${path} cannot be read.`, { hint: "Check the path.", cause });
  });
  try {
    return parse(text, { stringKeys: true, maxAliasCount: 50 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new TrainyardError("INPUT_INVALID", `${path}: ${why}.`, { hint: "Mend that line.", cause });
  }
}

/** A chain is its spec in JSON. */
async function fromModule(path: string): Promise<unknown> {
  const loaded: { readonly default?: unknown } = await import(pathToFileURL(path).href).catch(
    (cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      const hint = /\.[cm]?ts$/.test(path)
        ? "Node before 22.18 runs no TypeScript: start it with `node --import tsx`, or write JavaScript."
        : "Run it with node to see where.";
      throw new TrainyardError("INPUT_INVALID", `${path} cannot be loaded: ${why}`, { hint, cause });
    },
  );
  return JSON.parse(JSON.stringify(loaded.default ?? null));
}
