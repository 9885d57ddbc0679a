import { basename } from "node:path";
import { noAnnotation } from "../project-format/annotation.ts";
import { ProjectFormatError } from "../project-format/format-error.ts";
import { mapBounded } from "../project-format/map-bounded.ts";
import type { ImageFacts } from "../project-format/read-image.ts";
import { readImage } from "../project-format/read-image.ts";
import type {
  FolderDataset,
  FolderImage,
  FolderProject,
  ReadOptions,
} from "../project-format/read-project.ts";
import { imagesAtOnce } from "../project-format/read-project.ts";
import type { LeftOut } from "./left-out.ts";

/** An image of a project in another tool's form, and how its objects are read once its size is known. */
export interface ForeignImage {
  readonly file: string;
  readonly objects: (image: ImageFacts) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}
/** A part of such a project: it becomes a dataset, and a tag of its images. */
export interface ForeignPart {
  readonly name: string;
  readonly images: readonly ForeignImage[];
}

/**
 * Makes a project of another tool's parts: a dataset each, whose images carry its name as a tag, so that a split by
 * datasets and one by tags both work.
 *
 * @throws ProjectFormatError naming the file.
 */
export async function foreignProject(
  root: string,
  classes: readonly string[],
  parts: readonly ForeignPart[],
  leftOut: LeftOut,
  options: ReadOptions,
): Promise<FolderProject> {
  const total = parts.reduce((sum, { images }) => sum + images.length, 0);
  if (total === 0)
    throw new ProjectFormatError(root, "none of its images is there. Check the folders that it names.");
  const shapes = new Map<string, Set<string>>();
  const datasets: FolderDataset[] = [];
  let done = 0;
  for (const { name, images } of parts) {
    const names = imageNames(images.map(({ file }) => file));
    const read = await mapBounded([...images.entries()], imagesAtOnce, async ([at, { file, objects }]) => {
      options.signal?.throwIfAborted();
      const facts = await readImage(file);
      const found = await objects(facts);
      for (const { classTitle, geometryType } of found) {
        const title = String(classTitle);
        shapes.set(title, (shapes.get(title) ?? new Set()).add(String(geometryType)));
      }
      options.onProgress?.(++done, total);
      const size = { width: facts.width, height: facts.height };
      const annotation = {
        ...noAnnotation,
        description: "",
        size,
        tags: [{ name, value: null }],
        objects: found,
      };
      return { ...facts, name: names[at] ?? basename(file), file, annotation } satisfies FolderImage;
    });
    datasets.push({ path: name, name, parent: null, images: read });
  }
  const shapeOf = (title: string) => {
    const used = [...(shapes.get(title) ?? [])];
    return used.length === 1 ? String(used[0]) : used.length === 0 ? "rectangle" : "any";
  };
  const meta = {
    classes: classes.map((title) => ({
      title,
      shape: shapeOf(title),
      color: colorOf(title),
      geometry_config: {},
    })),
    tags: parts.map(({ name }) => ({ name, value_type: "none", color: colorOf(name) })),
    projectType: "images",
  };
  return { name: basename(root), meta, datasets, skipped: 0, leftOut: leftOut.sentences };
}

/** File names; where two are the same, with their folder before them. */
function imageNames(files: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(basename(file), (counts.get(basename(file)) ?? 0) + 1);
  return files.map((file) =>
    (counts.get(basename(file)) ?? 0) > 1 ? file.split(/[\\/]/).slice(-3).join("_") : basename(file),
  );
}

/** A color of its own for each name, the same every time. */
function colorOf(name: string): string {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return `#${((hash >>> 8) | 0x202020).toString(16).padStart(6, "0").slice(-6)}`;
}
