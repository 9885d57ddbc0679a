import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListedImage } from "./select-images.ts";
import { selectImages } from "./select-images.ts";

const image = (id: number, name: string, dataset: string, ...tags: string[]): ListedImage => ({
  ...{ id, name, dataset, tags },
});
const all = [
  image(1, "a.1.png", "day", "train"),
  image(2, "a.2.png", "day/early"),
  image(3, "b.1.png", "night", "val"),
  image(14, "a+1.png", "days"),
];
const ids = (choice: Parameters<typeof selectImages>[1]) => selectImages(all, choice).map(({ id }) => id);

describe("which images a command means", () => {
  it("takes those that pass all that is said", () => {
    expect(ids({ images: "1, 3-13" })).toEqual([1, 3]);
    expect(ids({ names: "a.?.png" })).toEqual([1, 2]);
    expect(ids({ names: "a*" })).toEqual([1, 2, 14]);
    expect(ids({ dataset: "day" })).toEqual([1, 2]);
    expect(ids({ withTag: "val" })).toEqual([3]);
    expect(ids({ withoutTag: "train", names: "a*" })).toEqual([2, 14]);
  });

  it("draws the same share with the same seed, of the asked size", () => {
    const many = Array.from({ length: 200 }, (_, id) => image(id, `${id}.png`, "d"));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(1000), (percent, seed) => {
        const choice = { percent: String(percent), seed: String(seed) };
        const drawn = selectImages(many, choice);
        expect(drawn).toHaveLength(percent * 2);
        expect(selectImages(many, choice)).toEqual(drawn);
      }),
    );
    const first = selectImages(many, { percent: "50" });
    expect(selectImages(many, { percent: "50", seed: "1" })).not.toEqual(first);
  });

  it("says what there is when nothing is chosen", () => {
    expect(() => ids({ dataset: "dawn" })).toThrow("Its datasets: day, day/early, night, days.");
    expect(() => ids({ withTag: "test" })).toThrow("Its tags: train, val.");
    expect(() => ids({ percent: "0" })).toThrow("No image of 4 is chosen by this.");
  });

  it("says how a choice is written", () => {
    expect(() => ids({ images: "1..3" })).toThrow("--images 1..3: write ids and ranges, like 3,7,10-20.");
    expect(() => ids({ percent: "150" })).toThrow("--percent 150: give a number from 0 to 100.");
    expect(() => ids({ percent: "9", seed: "x" })).toThrow("--seed x: give a number");
  });
});
