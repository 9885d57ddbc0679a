import type { Box } from "../data/sample.ts";
import type { Detection } from "./detections.ts";
import { overlap } from "./overlap.ts";

/** An image's true and found boxes. */
export interface FoundImage {
  readonly truth: readonly Box[];
  readonly found: readonly Detection[];
}

/** A found box and what became of it at an overlap. */
export interface Match {
  readonly confidence: number;
  /** Overlap with the true box that it found; 0 when it found none. */
  readonly iou: number;
}
/** What was found of a class, surest first. */
export interface ClassMatches {
  readonly rows: readonly Match[];
  /** How many true boxes there are, crowds left out. */
  readonly truth: number;
}

/** Of an image and a class, only the surest count. */
const mostPerImage = 100;

/**
 * Matches the found boxes of a class to the true ones, each true box at most once. A box that is left and lies in a
 * crowd counts neither for nor against; of equally sure boxes, the earlier image's comes first.
 *
 * Source: COCO's evaluation (pycocotools `COCOeval.evaluateImg`, `accumulate`), held against it in `test:python`.
 */
export function matchClass(
  images: readonly FoundImage[],
  classIndex: number,
  threshold: number,
): ClassMatches {
  let total = 0;
  const rows = images.flatMap(({ truth, found }) => {
    const boxes = truth.filter((box) => box.classIndex === classIndex);
    const single = boxes.filter((box) => box.crowd !== true);
    const crowds = boxes.filter((box) => box.crowd === true);
    total += single.length;
    const taken = new Set<Box>();
    const sorted = bySureness(found.filter((box) => box.classIndex === classIndex)).slice(0, mostPerImage);
    return sorted.flatMap((box): Match[] => {
      let best: Box | undefined;
      let iou = Math.min(threshold, 1 - 1e-10);
      for (const other of single) {
        const shared = taken.has(other) ? 0 : overlap(box, other);
        // Of two equal overlaps COCO takes the later.
        if (taken.has(other) || shared < iou) continue;
        [best, iou] = [other, shared];
      }
      if (best !== undefined) {
        taken.add(best);
        return [{ confidence: box.confidence, iou }];
      }
      const ignored = crowds.some((crowd) => shareInside(box, crowd) >= Math.min(threshold, 1 - 1e-10));
      return ignored ? [] : [{ confidence: box.confidence, iou: 0 }];
    });
  });
  return { rows: bySureness(rows), truth: total };
}

function bySureness<T extends { readonly confidence: number }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => b.confidence - a.confidence);
}

/** The part of a box that lies in a crowd. */
function shareInside(box: Box, crowd: Box): number {
  const width = Math.min(box.x2, crowd.x2) - Math.max(box.x1, crowd.x1);
  const height = Math.min(box.y2, crowd.y2) - Math.max(box.y1, crowd.y1);
  return width <= 0 || height <= 0 ? 0 : (width * height) / ((box.x2 - box.x1) * (box.y2 - box.y1));
}
