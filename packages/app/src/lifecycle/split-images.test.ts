import { random } from "@trainyard/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitImages } from "./split-images.ts";

const image = (id: number, tags: readonly string[] = [], datasetId = 1) => ({
  id,
  name: `${id}.png`,
  datasetId,
  width: 1,
  height: 1,
  file: "",
  annotation: { tags: tags.map((name) => ({ name })), objects: [] },
});
const ids = (sets: ReturnType<typeof splitImages>) => [
  sets.train.map(({ id }) => id),
  sets.val.map(({ id }) => id),
];

describe("splitImages()", () => {
  it("at random loses and doubles no image, gives the asked share, and can be repeated", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 200 }),
        fc.integer({ min: 20, max: 80 }),
        fc.nat(99),
        (count, percent, seed) => {
          const images = Array.from({ length: count }, (_, at) => image(at + 1));
          const sets = splitImages(images, random(percent), seed, new Map());
          expect([...sets.train, ...sets.val].map(({ id }) => id).sort((a, b) => a - b)).toEqual(
            images.map(({ id }) => id),
          );
          expect(Math.abs(sets.train.length - (count * percent) / 100)).toBeLessThanOrEqual(0.5);
          expect(splitImages(images, random(percent), seed, new Map())).toEqual(sets);
        },
      ),
    );
  });

  it("by tags sends untagged images where it was told", () => {
    const images = [image(1, ["t"]), image(2, ["v"]), image(3)];
    const by = (untagged: "train" | "val" | "ignore") =>
      ids(splitImages(images, { by: "tags", train: "t", val: "v", untagged }, 0, new Map()));
    expect(by("train")).toEqual([[1, 3], [2]]);
    expect(by("val")).toEqual([[1], [2, 3]]);
    expect(by("ignore")).toEqual([[1], [2]]);
  });

  it("by datasets and by collections takes what is named", () => {
    const images = [image(1, [], 10), image(2, [], 11), image(3, [], 12)];
    expect(ids(splitImages(images, { by: "datasets", train: [10, 12], val: [11] }, 0, new Map()))).toEqual([
      [1, 3],
      [2],
    ]);
    const members = new Map([
      [5, new Set([3])],
      [6, new Set([1, 2])],
    ]);
    expect(ids(splitImages(images, { by: "collections", train: [6], val: [5] }, 0, members))).toEqual([
      [1, 2],
      [3],
    ]);
  });

  it("refuses a split that leaves a side empty, and names it", () => {
    const split = { by: "tags", train: "t", val: "v", untagged: "train" } as const;
    expect(() => splitImages([image(1, ["t"])], split, 0, new Map())).toThrow("The val set is empty");
  });
});
