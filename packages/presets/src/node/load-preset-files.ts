import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { TrainyardError } from "@trainyard/core";
import { parsePresetFile } from "../files/parse-preset-file.ts";
import type { SourcedEntry } from "../files/resolve-presets.ts";
import { resolvePresets } from "../files/resolve-presets.ts";
import { namedPresets } from "../named-presets.ts";
import type { Preset } from "../preset.ts";
import type { LoadOptions } from "../sharing/load-presets.ts";
import type { PresetLock } from "../sharing/preset-lock.ts";
import { parsePresetLock, pinnedPresets } from "../sharing/preset-lock.ts";
import { maxPresetBytes } from "../sharing/team-presets.ts";
import { findPresetFiles } from "./find-preset-files.ts";

/** How preset files are loaded. */
export interface LoadFilesOptions extends Omit<LoadOptions, "lock"> {
  /** A lock, or the path of its file. */
  readonly lock?: PresetLock | string;
  /** What relative paths and package names are relative to; default the current folder. */
  readonly cwd?: string;
}

/**
 * Loads presets from a file, from every `*.presets.yaml` and `*.presets.json` of a folder, or from an npm package.
 * Files are data: nothing in them is run, and nothing outside the folder is read.
 *
 * @throws PRESET_UNKNOWN, PRESET_INVALID with file and line, PRESET_CHANGED against the lock.
 * @example
 * ```ts
 * import { findPreset } from "@trainyard/presets";
 * import { loadPresetFiles } from "@trainyard/presets/node";
 * const presets = await loadPresetFiles("./presets", { lock: "presets.lock.json" });
 * const detect = findPreset("acme/detect", presets);
 * ```
 */
export async function loadPresetFiles(
  place: string,
  options: LoadFilesOptions = {},
): Promise<readonly Preset[]> {
  const { known = namedPresets, cwd = process.cwd(), signal } = options;
  const presets = resolvePresets(await readPresetFiles(place, cwd, signal), known);
  if (options.lock === undefined) return presets;
  const lock = typeof options.lock === "string" ? await readLock(options.lock, cwd) : options.lock;
  return pinnedPresets([...presets, ...known], lock);
}

/** The entries of a place's preset files. */
export async function readPresetFiles(
  place: string,
  cwd: string,
  signal?: AbortSignal,
): Promise<readonly SourcedEntry[]> {
  const entries: SourcedEntry[] = [];
  for (const source of await findPresetFiles(place, cwd)) {
    const { size } = await stat(source);
    if (size > maxPresetBytes)
      throw new TrainyardError("PRESET_INVALID", `${source} is longer than ${maxPresetBytes} bytes.`);
    const text = await readFile(source, { encoding: "utf8", ...(signal === undefined ? {} : { signal }) });
    entries.push(...parsePresetFile(text, source).map((entry) => ({ entry, source })));
  }
  return entries;
}

/** Reads a lock file. */
export async function readLock(file: string, cwd: string): Promise<PresetLock> {
  const path = resolve(cwd, file);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new TrainyardError("PRESET_UNKNOWN", `The lock file ${path} cannot be read.`, {
      hint: "Pin the presets first.",
      cause,
    });
  });
  return parsePresetLock(text, path);
}
