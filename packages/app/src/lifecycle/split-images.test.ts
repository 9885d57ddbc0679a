import type { Split } from "@trainyard/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DatasetImage } from "./download-images.ts";
import { splitImages } from "./split-images.ts";

const image = (id: number, datasetId = 1, tags: readonly string[] = []): DatasetImage => ({
  id,
  name: `${id}.png`,
  width: 4,
  height: 4,
  file: `/images/${id}`,
  datasetId,
  annotation: { tags: tags.map((name) => ({ name })), objects: [] },
});
const many = (count: number) => Array.from({ length: count }, (_, at) => image(at + 1));
function divide(
  images: readonly DatasetImage[],
  split: Split,
  seed = 0,
  collections: ReadonlyMap<number, ReadonlySet<number>> = new Map(),
): { train: number[]; val: number[] } {
  const { train, val } = splitImages(images, split, seed, collections);
  return { train: train.map(({ id }) => id), val: val.map(({ id }) => id) };
}

describe("a random split", () => {
  const split: Split = { by: "random", percent: 80, side: "train" };

  it("gives each side its share, whichever side the percentage names", () => {
    expect(divide(many(10), split).val).toHaveLength(2);
    expect(divide(many(10), { ...split, side: "val" }).val).toHaveLength(8);
  });

  it("gives as many as the page and a plan count, halves included", () => {
    expect(divide(many(50), { ...split, percent: 95 }).val).toHaveLength(2);
    expect(divide(many(30), { ...split, percent: 95 }).val).toHaveLength(2);
  });

  it("is the same for a seed, whatever order the images come in, and another for another seed", () => {
    const first = divide(many(40), split, 7);
    expect(divide(many(40), split, 7)).toEqual(first);
    expect(divide(many(40).reverse(), split, 7)).toEqual(first);
    expect(divide(many(40), split, 8)).not.toEqual(first);
  });

  it("does not follow the order of ids", () => {
    const { val } = divide(many(100), { ...split, percent: 50 });
    const fromFirstHalf = val.filter((id) => id <= 50).length;
    expect(fromFirstHalf).toBeGreaterThan(10);
    expect(fromFirstHalf).toBeLessThan(40);
  });

  it("never loses or doubles an image", () => {
    const cases = fc.record({
      ids: fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { minLength: 100, maxLength: 130 }),
      percent: fc.integer({ min: 1, max: 99 }),
      side: fc.constantFrom("train" as const, "val" as const),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(cases, ({ ids, percent, side, seed }) => {
        const { train, val } = divide(
          ids.map((id) => image(id)),
          { by: "random", percent, side },
          seed,
        );
        const inOrder = (list: readonly number[]) => [...list].sort((a, b) => a - b);
        expect(inOrder([...train, ...val])).toEqual(inOrder(ids));
      }),
    );
  });
});

describe("a split by datasets", () => {
  it("takes each side's datasets and leaves the others out", () => {
    const images = [image(1, 10), image(2, 20), image(3, 30), image(4, 10)];
    expect(divide(images, { by: "datasets", train: [10], val: [20] })).toEqual({ train: [1, 4], val: [2] });
  });
});

describe("a split by tags", () => {
  const images = [image(1, 1, ["train"]), image(2, 1, ["val"]), image(3), image(4, 1, ["other"])];
  it.each([
    ["train", { train: [1, 3, 4], val: [2] }],
    ["val", { train: [1], val: [2, 3, 4] }],
    ["ignore", { train: [1], val: [2] }],
  ] as const)("puts what has neither tag to: %s", (untagged, sides) => {
    expect(divide(images, { by: "tags", train: "train", val: "val", untagged })).toEqual(sides);
  });
});

describe("a split by collections", () => {
  it("takes an image once, however many of a side's collections hold it", () => {
    const collections = new Map([
      [7, new Set([1, 2])],
      [8, new Set([2, 3])],
      [9, new Set([4])],
    ]);
    const split: Split = { by: "collections", train: [7, 8], val: [9] };
    expect(divide(many(5), split, 0, collections)).toEqual({ train: [1, 2, 3], val: [4] });
  });
});

describe("a side that stays empty", () => {
  it.each<[Split, string]>([
    [
      { by: "random", percent: 99, side: "train" },
      "The val set is empty: the split (random) gives it none of 3 images.",
    ],
    [{ by: "random", percent: 99, side: "val" }, "The train set is empty"],
    [{ by: "datasets", train: [9], val: [1] }, "The train set is empty: the split (datasets)"],
    [{ by: "tags", train: "a", val: "b", untagged: "train" }, "The val set is empty: the split (tags)"],
    [{ by: "collections", train: [5], val: [6] }, "The train set is empty: the split (collections)"],
  ])("is an error that names it: %j", (split, message) => {
    expect(() => divide(many(3), split)).toThrow(message);
  });
});
