import { describe, expect, it } from "vitest";
import { measure } from "./evaluate.ts";

const box = (x1: number, classIndex = 0) => ({ classIndex, x1, y1: 0, x2: x1 + 0.2, y2: 0.2 });
const found = (x1: number, confidence: number, classIndex = 0) => ({ ...box(x1, classIndex), confidence });

describe("measure()", () => {
  it("is 1 when everything is found exactly", () => {
    const metrics = measure([{ truth: [box(0), box(0.5)], found: [found(0, 0.9), found(0.5, 0.8)] }], 1);
    expect(metrics).toEqual({ mAP: 1, AP50: 1, AP75: 1, precision: 1, recall: 1, f1: 1, iou: 1 });
  });

  it("is 0 when nothing is found, or all in the wrong class", () => {
    expect(measure([{ truth: [box(0)], found: [] }], 1).AP50).toBe(0);
    expect(measure([{ truth: [box(0)], found: [found(0, 0.9, 1)] }], 2).AP50).toBe(0);
  });

  it("counts a second find of one object as a mistake", () => {
    const metrics = measure([{ truth: [box(0)], found: [found(0, 0.9), found(0.01, 0.8)] }], 1);
    expect(metrics.AP50).toBe(1);
    const doubled = measure(
      [{ truth: [box(0), box(0.5)], found: [found(0, 0.9), found(0.01, 0.8), found(0.5, 0.7)] }],
      1,
    );
    expect(doubled.AP50).toBeCloseTo((51 * 1 + 50 * (2 / 3)) / 101, 5);
  });

  it("asks for closer boxes at higher overlaps", () => {
    // Shifted by a quarter of its width: overlap 0.6.
    const metrics = measure([{ truth: [box(0)], found: [found(0.05, 0.9)] }], 1);
    expect(metrics.AP50).toBe(1);
    expect(metrics.AP75).toBe(0);
    expect(metrics.mAP).toBeCloseTo(0.3, 5);
  });
});
