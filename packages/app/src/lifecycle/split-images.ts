import type { Split } from "@trainyard/core";
import { countSplit } from "@trainyard/core/plan";
import type { DatasetImage } from "./download-images.ts";

/** The two sets of a training. */
export interface SplitImages {
  readonly train: readonly DatasetImage[];
  readonly val: readonly DatasetImage[];
}

/**
 * Divides images as the split says. A random split depends on the seed alone, so it can be repeated.
 *
 * @param collections ids of the images of each collection the split names.
 * @throws Error when a side stays empty.
 * Source: platform fact, the val share of a random split is rounded, the rest is train.
 */
export function splitImages(
  images: readonly DatasetImage[],
  split: Split,
  seed: number,
  collections: ReadonlyMap<number, ReadonlySet<number>>,
): SplitImages {
  const result = divide(images, split, seed, collections);
  for (const side of ["train", "val"] as const)
    if (result[side].length === 0)
      throw new Error(
        `The ${side} set is empty: the split (${split.by}) gives it none of ${images.length} images.`,
      );
  return result;
}

function divide(
  images: readonly DatasetImage[],
  split: Split,
  seed: number,
  collections: ReadonlyMap<number, ReadonlySet<number>>,
): SplitImages {
  switch (split.by) {
    case "random": {
      const order = [...images].sort((a, b) => rank(a.id, seed) - rank(b.id, seed));
      // Counted as the page and a plan count, so that they tell what is done.
      const count = countSplit(split, factsOf(images.length))?.val ?? 0;
      return { val: order.slice(0, count), train: order.slice(count) };
    }
    case "datasets":
      return {
        train: images.filter((image) => split.train.includes(image.datasetId)),
        val: images.filter((image) => split.val.includes(image.datasetId)),
      };
    case "tags": {
      const has = (image: DatasetImage, tag: string) =>
        image.annotation.tags.some(({ name }) => name === tag);
      const untagged = (image: DatasetImage) => !has(image, split.train) && !has(image, split.val);
      const side = (name: "train" | "val") =>
        images.filter((image) => has(image, split[name]) || (split.untagged === name && untagged(image)));
      return { train: side("train"), val: side("val") };
    }
    case "collections": {
      const inAny = (ids: readonly number[]) =>
        images.filter((image) => ids.some((id) => collections.get(id)?.has(image.id)));
      return { train: inAny(split.train), val: inAny(split.val) };
    }
  }
}

function factsOf(imagesCount: number): Parameters<typeof countSplit>[1] {
  const project = { id: 0, name: "", workspaceId: 0, imagesCount };
  return { project, meta: { classes: [], tags: [] }, stats: undefined, known: [], members: undefined };
}

/** A well mixed number for an id: sorting by it shuffles. */
function rank(id: number, seed: number): number {
  let mixed = Math.imul(id ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
