import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { TrainyardError } from "@trainyard/core";
import { presetFileName } from "../sharing/team-presets.ts";

/** How deep a folder is searched, and how many files of presets it may have. */
const maxDepth = 6;
const maxFiles = 1000;

/**
 * The preset files of a place: a file, a folder, or the name of an installed npm package (its code is not run).
 *
 * @throws PRESET_UNKNOWN when there is no such place; PRESET_INVALID for a link that leads out of the folder.
 */
export async function findPresetFiles(place: string, cwd: string): Promise<readonly string[]> {
  const path = resolve(cwd, place);
  const info = await stat(path).catch(() => undefined);
  if (info?.isFile() === true) return [path];
  const folder = info?.isDirectory() === true ? path : await packageFolder(place, cwd);
  if (folder === undefined)
    throw new TrainyardError("PRESET_UNKNOWN", `${place} is no file, folder or installed package.`, {
      hint: "Give the path of a *.presets.yaml file, of a folder that has some, or a package's name.",
    });
  const root = await realpath(folder);
  const files: string[] = [];
  await search(root, root, 0, files);
  return files.sort();
}

async function search(folder: string, root: string, depth: number, files: string[]): Promise<void> {
  if (depth > maxDepth) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name === "node_modules" || entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) await search(path, root, depth + 1, files);
    else if (presetFileName.test(entry.name)) files.push(await confined(path, root));
    if (files.length > maxFiles)
      throw new TrainyardError("PRESET_INVALID", `${root} has more than ${maxFiles} files of presets.`);
  }
}

async function confined(path: string, root: string): Promise<string> {
  if (!(await lstat(path)).isSymbolicLink()) return path;
  const target = await realpath(path).catch(() => "");
  if (target.startsWith(root + sep)) return target;
  throw new TrainyardError("PRESET_INVALID", `${path} is a link that leads out of its folder.`, {
    hint: "Put the file itself there.",
  });
}

/** As Node finds packages: node_modules of this folder and of those above it. */
async function packageFolder(name: string, cwd: string): Promise<string | undefined> {
  if (!/^(@[\w.-]+\/)?[\w-][\w.-]*$/.test(name)) return undefined;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if ((await stat(candidate).catch(() => undefined))?.isDirectory() === true) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}
