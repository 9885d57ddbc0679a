import { describe, expect, it } from "vitest";
import { evaluateFound } from "./evaluation.ts";

const box = (classIndex: number, x1: number) => ({ classIndex, x1, y1: 0, x2: x1 + 0.25, y2: 0.25 });
const found = (classIndex: number, x1: number, confidence: number) => ({
  ...box(classIndex, x1),
  confidence,
});

describe("an evaluation", () => {
  it("tells classes apart: found, taken for another, missed, and seen where nothing is", () => {
    const images = [
      { truth: [box(0, 0), box(1, 0.5)], found: [found(0, 0, 0.9), found(0, 0.5, 0.8)] },
      { truth: [box(1, 0)], found: [found(1, 0.5, 0.85)] },
      { truth: [box(0, 0.5)], found: [found(0, 0.5, 0.95)] },
    ];
    const { confusion, classes, metrics, confidence } = evaluateFound(images, ["cat", "dog", "never there"]);
    expect(confidence).toBe(0.9);
    expect(confusion).toEqual([
      [2, 0, 0, 0],
      [0, 0, 0, 2],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(classes.map(({ truth, found: kept, recall }) => [truth, kept, recall])).toEqual([
      [2, 2, 1],
      [2, 0, 0],
      [0, 0, 0],
    ]);
    expect(classes.map(({ AP50 }) => AP50)).toEqual([1, 0, undefined]);
    expect(metrics).toMatchObject({
      mAP: 0.5,
      AP50: 0.5,
      precision: 1,
      recall: 0.5,
      classification_accuracy: 1,
    });
  });

  it("counts a wrong class and a box in the void once they are sure enough", () => {
    const images = [
      { truth: [box(0, 0), box(1, 0.5)], found: [found(0, 0, 0.5), found(0, 0.5, 0.9)] },
      { truth: [box(1, 0)], found: [found(1, 0.5, 0.6), found(1, 0, 0.5)] },
    ];
    const { confusion, metrics } = evaluateFound(images, ["cat", "dog"]);
    expect(confusion).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [0, 1, 0],
    ]);
    expect(metrics.classification_accuracy).toBeCloseTo(2 / 3, 12);
  });

  it("leaves a crowd out: what is found in it is neither right nor wrong", () => {
    const crowd = { classIndex: 0, x1: 0.5, y1: 0, x2: 1, y2: 0.25, crowd: true };
    const images = [{ truth: [box(0, 0), crowd], found: [found(0, 0, 0.9), found(0, 0.6, 0.95)] }];
    const { metrics, classes, confusion } = evaluateFound(images, ["cat"]);
    expect(metrics).toMatchObject({ mAP: 1, precision: 1, recall: 1 });
    expect(classes[0]?.truth).toBe(1);
    expect(confusion).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });

  it("knows how honest confidences are", () => {
    const images = [{ truth: [box(0, 0)], found: [found(0, 0, 1), found(0, 0.5, 0.75)] }];
    const { metrics } = evaluateFound(images, ["cat"]);
    expect(metrics.expected_calibration_error).toBeCloseTo(0.375, 12);
    expect(metrics.maximum_calibration_error).toBeCloseTo(0.75, 12);
    expect(metrics.calibration_score).toBeCloseTo(0.625, 12);
  });

  it("is all zeros, never NaN, when nothing is found", () => {
    const { metrics } = evaluateFound([{ truth: [box(0, 0)], found: [] }], ["cat"]);
    for (const [name, value] of Object.entries(metrics))
      expect([name, Number.isFinite(value)]).toEqual([name, true]);
    expect(metrics.mAP).toBe(0);
  });
});
