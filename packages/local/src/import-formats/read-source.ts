import { existsSync, statSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { ProjectFormatError } from "../project-format/format-error.ts";
import type { FolderProject, ReadOptions } from "../project-format/read-project.ts";
import { readProject } from "../project-format/read-project.ts";
import { extractArchive, innerFolder, isArchive } from "./extract-archive.ts";
import { cocoFilesOf, readCoco } from "./read-coco.ts";
import { readYolo, yoloConfigOf } from "./read-yolo.ts";

/**
 * Reads what a person has of a project, and hands it on while its files are there: a folder in Supervisely's format, a
 * YOLO folder, COCO files, or an archive of one of them.
 *
 * @throws ProjectFormatError naming the file.
 */
export async function withSource<T>(
  path: string,
  options: ReadOptions,
  use: (project: FolderProject) => Promise<T>,
): Promise<T> {
  const source = resolve(path);
  if (!existsSync(source))
    throw new ProjectFormatError(source, "there is nothing of this name. Check the path.");
  if (statSync(source).isDirectory()) return use(await readFolder(source, options));
  if (/\.json$/i.test(source)) {
    const folder = dirname(source);
    const root = basename(folder) === "annotations" ? dirname(folder) : folder;
    return use(await readCoco(root, [source], options));
  }
  if (/\.ya?ml$/i.test(source)) return use(await readFolder(dirname(source), options));
  if (!isArchive(source))
    throw new ProjectFormatError(
      source,
      "this is no project: name a folder, a COCO .json, or a .zip, .tar or .tar.gz.",
    );
  const unpacked = await mkdtemp(join(tmpdir(), "trainyard-import-"));
  try {
    await extractArchive(source, unpacked, options.signal);
    const inner = innerFolder(unpacked, await readdir(unpacked));
    const name = basename(source).replace(/\.(zip|tar|tar\.gz|tgz)$/i, "");
    return await use({ ...(await readFolder(inner, options)), name });
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

async function readFolder(folder: string, options: ReadOptions): Promise<FolderProject> {
  if (existsSync(join(folder, "meta.json"))) return readProject(folder, options);
  if (yoloConfigOf(folder) !== undefined) return readYolo(folder, options);
  const coco = await cocoFilesOf(folder);
  if (coco.length > 0) return readCoco(folder, coco, options);
  const isBare = existsSync(join(folder, "images")) && existsSync(join(folder, "labels"));
  return isBare ? readYolo(folder, options) : readProject(folder, options);
}
