import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import * as v from "valibot";
import { readFormatJson } from "../project-format/read-format-json.ts";
import type { FolderProject, ReadOptions } from "../project-format/read-project.ts";
import { cocoObjects } from "./coco-objects.ts";
import type { ForeignPart } from "./foreign-project.ts";
import { foreignProject } from "./foreign-project.ts";
import { LeftOut } from "./left-out.ts";

const id = v.union([v.number(), v.string()]);
const cocoFile = v.looseObject({
  images: v.array(v.looseObject({ id, file_name: v.string() })),
  annotations: v.optional(v.array(v.looseObject({ image_id: id, category_id: id })), []),
  categories: v.array(v.looseObject({ id, name: v.string() })),
});
/** The largest file of the COCO data set itself has 470 MB. */
const maxBytes = 500 * 2 ** 20;
const ending = /^(instances.*|.*coco.*|annotations|labels|train.*|val.*|test.*)\.json$/i;

/** The COCO files of a folder: beside its images, or under `annotations`; empty when there are none. */
export async function cocoFilesOf(folder: string): Promise<readonly string[]> {
  const places = [
    folder,
    ...["annotations", "train", "valid", "val", "test"].map((name) => join(folder, name)),
  ];
  const found = await Promise.all(
    places
      .filter((place) => existsSync(place))
      .map(async (place) => {
        const names = await readdir(place).catch(() => []);
        return names
          .filter((name) => ending.test(name) && !/keypoints|captions|panoptic/i.test(name))
          .map((name) => join(place, name));
      }),
  );
  return found.flat().sort();
}

/**
 * Reads COCO files and the images they name: boxes and polygons, a part for each file.
 *
 * @throws ProjectFormatError naming the file.
 * Source: the format as cocodataset.org describes it.
 */
export async function readCoco(
  folder: string,
  files: readonly string[],
  options: ReadOptions = {},
): Promise<FolderProject> {
  const root = resolve(folder);
  const leftOut = new LeftOut();
  const classes: string[] = [];
  const parts: ForeignPart[] = [];
  for (const file of files) {
    options.signal?.throwIfAborted();
    const coco = await readFormatJson(file, cocoFile, maxBytes);
    const titles = new Map(coco.categories.map(({ id: key, name }) => [key, name]));
    for (const title of titles.values()) if (!classes.includes(title)) classes.push(title);
    const byImage = new Map<number | string, (typeof coco.annotations)[number][]>();
    for (const one of coco.annotations) {
      const known = byImage.get(one.image_id);
      if (known === undefined) byImage.set(one.image_id, [one]);
      else known.push(one);
    }
    const name = partName(file, root, files.length);
    parts.push({
      name,
      images: coco.images.flatMap((image) => {
        const at = imageAt(root, file, name, image.file_name);
        if (at === undefined) {
          leftOut.add("images that are not there", image.file_name);
          return [];
        }
        const objects = byImage.get(image.id) ?? [];
        return [
          {
            file: at,
            objects: async (facts) => cocoObjects(objects, titles, facts, leftOut, image.file_name),
          },
        ];
      }),
    });
  }
  return foreignProject(
    root,
    classes,
    parts.filter(({ images }) => images.length > 0),
    leftOut,
    options,
  );
}

/** `instances_train2017.json` is `train2017`; a file in a part's own folder has its name. */
function partName(file: string, root: string, count: number): string {
  const bare = basename(file, ".json").replace(/^_?(instances|annotations)[_.-]*|[_.-]?coco$/gi, "");
  if (bare !== "") return bare;
  const folder = dirname(file);
  return count > 1 || folder !== root ? basename(folder).replace(/^annotations$/, "images") : "images";
}

/** Where an image is: beside its file, or in a folder named after its part. Nothing outside the root is read. */
function imageAt(root: string, file: string, part: string, name: string): string | undefined {
  const beside = dirname(file);
  const places = [
    beside,
    join(beside, "images"),
    root,
    join(root, "images"),
    join(root, part),
    join(root, "images", part),
    join(root, part, "images"),
  ];
  return places
    .map((place) => resolve(place, name.replace(/^[\\/]+/, "")))
    .find((path) => path.startsWith(root + sep) && existsSync(path));
}
