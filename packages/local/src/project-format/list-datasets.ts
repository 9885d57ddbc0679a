import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { ProjectFormatError } from "./format-error.ts";

/** A dataset folder: where it is, and the names of its images and annotations. */
export interface DatasetFolder {
  /** Relative to the project's folder. */
  readonly path: string;
  readonly name: string;
  /** Path of the dataset it lies in; null at the top. */
  readonly parent: string | null;
  readonly images: readonly string[];
  /** Files beside the images that have no image's ending, as Windows and cameras leave them. */
  readonly skipped: readonly string[];
  readonly annotations: ReadonlySet<string>;
}

/** Source: platform fact, the SDK's own list of image endings; it passes over what has none of them. */
export const imageEnding: RegExp = /\.(?:jpe?g|mpo|bmp|png|webp|tiff?|nrrd|jfif|avif|heic)$/i;

/**
 * The datasets of a project folder, each before those inside it. A dataset is a folder with `img/`, or with
 * `datasets/` that holds others.
 *
 * @throws ProjectFormatError when a folder cannot be read.
 * Source: platform fact, Supervisely's on-disk format.
 */
export async function listDatasets(root: string): Promise<readonly DatasetFolder[]> {
  const found: DatasetFolder[] = [];
  const visit = async (path: string, parent: string | null): Promise<void> => {
    for (const name of await entries(join(root, path), "folder")) {
      const dataset = path === "" ? name : `${path}/${name}`;
      const at = join(root, dataset);
      const nested = existsSync(join(at, "datasets"));
      if (!nested && !existsSync(join(at, "img"))) continue;
      const files = await entries(join(at, "img"), "file");
      const images = files.filter((file) => imageEnding.test(file));
      const skipped = files.filter((file) => !imageEnding.test(file));
      const annotations = new Set(await entries(join(at, "ann"), "file"));
      found.push({ path: dataset, name, parent, images, skipped, annotations });
      if (nested) await visit(`${dataset}/datasets`, dataset);
    }
  };
  await visit("", null);
  return found;
}

/** Names in a folder, in order, links followed; none when there is no such folder. */
async function entries(path: string, kind: "file" | "folder"): Promise<string[]> {
  if (!existsSync(path)) return [];
  const names = await readdir(path).catch(() => {
    throw new ProjectFormatError(path, "the folder cannot be read. Check that it is one and that you may.");
  });
  const kept: string[] = [];
  for (const name of names.filter((entry) => !entry.startsWith(".")).sort()) {
    const info = await stat(join(path, name)).catch(() => {
      throw new ProjectFormatError(join(path, name), "it leads nowhere. Restore or remove it.");
    });
    if (kind === "file" ? info.isFile() : info.isDirectory()) kept.push(name);
  }
  return kept;
}
