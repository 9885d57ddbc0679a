import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { AnnotationFile } from "./annotation.ts";
import { annotationFileSchema, noAnnotation } from "./annotation.ts";
import { checkAnnotation } from "./check-annotation.ts";
import { ProjectFormatError } from "./format-error.ts";
import type { DatasetFolder } from "./list-datasets.ts";
import { listDatasets } from "./list-datasets.ts";
import { mapBounded } from "./map-bounded.ts";
import { nearbyProject } from "./nearby-project.ts";
import type { ProjectMetaFile } from "./project-meta.ts";
import { projectMetaSchema } from "./project-meta.ts";
import { readFormatJson } from "./read-format-json.ts";
import type { ImageFacts } from "./read-image.ts";
import { readImage } from "./read-image.ts";

/** An image of a project folder, with its annotation. */
export interface FolderImage extends ImageFacts {
  readonly name: string;
  readonly file: string;
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
  /** How many files lay among the images and are none. */
  readonly skipped: number;
  /** What could not be carried over from another form, each kind as a sentence with its count. */
  readonly leftOut: readonly string[];
}
/** How a folder is read. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called after each image, with how many of all are read. */
  readonly onProgress?: (images: number, total: number) => void;
}

/** Decoding keeps a core busy; more at once than a laptop has cores only fills its memory. */
export const imagesAtOnce = 4;

/**
 * Reads a project in Supervisely's on-disk format: `meta.json`, and per dataset `img/` and `ann/`,
 * nested datasets under `datasets/`. Every image is decoded, so a broken one is found here.
 *
 * @throws ProjectFormatError naming the file.
 */
export async function readProject(folder: string, options: ReadOptions = {}): Promise<FolderProject> {
  const root = resolve(folder);
  const metaFile = join(root, "meta.json");
  if (!existsSync(metaFile))
    throw new ProjectFormatError(
      root,
      `there is no meta.json, so this is no project folder. ${nearbyProject(root) ?? "Name the folder that holds it."}`,
    );
  const meta = await readFormatJson(metaFile, projectMetaSchema);
  const folders = await listDatasets(root);
  const total = folders.reduce((sum, { images }) => sum + images.length, 0);
  if (total === 0)
    throw new ProjectFormatError(
      root,
      "no dataset holds an image. A dataset is a folder with img/ and ann/.",
    );
  let done = 0;
  const datasets: FolderDataset[] = [];
  for (const dataset of folders) {
    const annotations = annotationsOf(root, dataset);
    const images = await mapBounded(dataset.images, imagesAtOnce, async (name) => {
      options.signal?.throwIfAborted();
      const file = join(root, dataset.path, "img", name);
      const image = await readAnnotated(file, annotations.get(name), meta);
      done++;
      options.onProgress?.(done, total);
      return { name, file, ...image };
    });
    datasets.push({ path: dataset.path, name: dataset.name, parent: dataset.parent, images });
  }
  const skipped = folders.reduce((sum, dataset) => sum + dataset.skipped.length, 0);
  return { name: basename(root), meta, datasets, skipped, leftOut: [] };
}

async function readAnnotated(
  file: string,
  annotationFile: string | undefined,
  meta: ProjectMetaFile,
): Promise<ImageFacts & { annotation: AnnotationFile }> {
  const facts = await readImage(file);
  if (annotationFile === undefined) return { ...facts, annotation: noAnnotation };
  const annotation = await readFormatJson(annotationFile, annotationFileSchema);
  checkAnnotation(annotationFile, annotation, facts, meta);
  return { ...facts, annotation };
}

/** The annotation file of each image that has one; older exports leave the image's ending out of its name. */
function annotationsOf(root: string, { path, images, annotations }: DatasetFolder): Map<string, string> {
  const files = new Map<string, string>();
  const taken = new Set<string>();
  for (const image of images) {
    const [name] = [`${image}.json`, `${image.replace(/\.[^.]+$/, "")}.json`].filter((candidate) =>
      annotations.has(candidate),
    );
    if (name === undefined) continue;
    files.set(image, join(root, path, "ann", name));
    taken.add(name);
  }
  for (const name of annotations)
    if (name.endsWith(".json") && !taken.has(name))
      throw new ProjectFormatError(
        join(root, path, "ann", name),
        "there is no image of this name in img/. Add the image, or remove the annotation.",
      );
  return files;
}
