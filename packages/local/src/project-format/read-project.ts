import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import sharp from "sharp";
import * as v from "valibot";
import type { AnnotationFile } from "./annotation.ts";
import { annotationFileSchema, noAnnotation } from "./annotation.ts";
import { ProjectFormatError } from "./format-error.ts";
import type { ProjectMetaFile } from "./project-meta.ts";
import { projectMetaSchema } from "./project-meta.ts";

/** An image of a project folder, with its annotation. */
export interface FolderImage {
  readonly name: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** Bytes. */
  readonly size: number;
  readonly annotation: AnnotationFile;
}
/** A dataset of a project folder; `parent` is the path of the dataset it lies in. */
export interface FolderDataset {
  readonly path: string;
  readonly name: string;
  readonly parent: string | null;
  readonly images: readonly FolderImage[];
}
/** A project folder, read whole. */
export interface FolderProject {
  readonly name: string;
  readonly meta: ProjectMetaFile;
  readonly datasets: readonly FolderDataset[];
}

/** Larger than any annotation of use; a bound for what is parsed. */
const maxJson = 64 * 2 ** 20;

/**
 * Reads a project in Supervisely's on-disk format: `meta.json`, and per dataset `img/` and `ann/`,
 * nested datasets under `datasets/`. Every image's header is decoded, so a broken one is found here.
 *
 * @throws ProjectFormatError naming the file.
 */
export async function readProject(
  folder: string,
  options: { signal?: AbortSignal; onProgress?: (images: number) => void } = {},
): Promise<FolderProject> {
  const root = resolve(folder);
  const metaFile = join(root, "meta.json");
  if (!existsSync(metaFile))
    throw new ProjectFormatError(
      root,
      "there is no meta.json, so this is no project folder. Name the folder that holds it.",
    );
  const meta = await readJson(metaFile, projectMetaSchema);
  const datasets: FolderDataset[] = [];
  let done = 0;
  const visit = async (path: string, parent: string | null): Promise<void> => {
    const here = join(root, path);
    for (const name of await folders(here)) {
      const datasetPath = path === "" ? name : `${path}/${name}`;
      const at = join(root, datasetPath);
      if (!existsSync(join(at, "img")) && !existsSync(join(at, "datasets"))) continue;
      const images: FolderImage[] = [];
      for (const file of await files(join(at, "img"))) {
        options.signal?.throwIfAborted();
        images.push(await readImage(join(at, "img", file), join(at, "ann", `${file}.json`)));
        done++;
        options.onProgress?.(done);
      }
      datasets.push({ path: datasetPath, name, parent, images });
      if (existsSync(join(at, "datasets"))) await visit(`${datasetPath}/datasets`, datasetPath);
    }
  };
  await visit("", null);
  if (done === 0)
    throw new ProjectFormatError(
      root,
      "no dataset holds an image. A dataset is a folder with img/ and ann/.",
    );
  return { name: basename(root), meta, datasets };
}

async function readImage(file: string, annotationFile: string): Promise<FolderImage> {
  const annotation = existsSync(annotationFile)
    ? await readJson(annotationFile, annotationFileSchema)
    : noAnnotation;
  const { size } = await stat(file);
  try {
    // Decoding every pixel is what finds a file that was cut off.
    const image = sharp(file, { failOn: "error", limitInputPixels: 2 ** 28 });
    const { width, height } = await image.metadata();
    await image.stats();
    return { name: basename(file), file, width, height, size, annotation };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : "unknown";
    throw new ProjectFormatError(file, `the image cannot be decoded (${why}). Replace or remove it.`);
  }
}

async function readJson<T>(file: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
  if ((await stat(file)).size > maxJson)
    throw new ProjectFormatError(file, "the file is too large to be JSON of a project.");
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw new ProjectFormatError(file, "the file is not JSON. Export the project again.");
  }
  // An array passes as an object of unknown keys; taken so, its labels would be lost without a word.
  if (Array.isArray(json))
    throw new ProjectFormatError(file, "the file holds a list, not an object. Export the project again.");
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? "the file";
  throw new ProjectFormatError(file, `${where}: ${issue.message}. Export the project again.`);
}

async function folders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
}

async function files(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
}
