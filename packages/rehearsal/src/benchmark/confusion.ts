import type { Box } from "../data/sample.ts";
import type { FoundImage } from "../detect/match-class.ts";
import { overlap } from "../detect/overlap.ts";

/**
 * Boxes by true class (row) and found class (column). The last row counts boxes where nothing is, the last column
 * objects that were not found.
 */
export type Confusion = readonly (readonly number[])[];

/** Pairs found with true boxes whatever their class, surest first, at an overlap of 0.5; crowds are left out. */
export function confusion(images: readonly FoundImage[], classes: number, confidence: number): Confusion {
  const table = Array.from({ length: classes + 1 }, () => new Array<number>(classes + 1).fill(0));
  const count = (row: number, column: number) => {
    const cells = table[row];
    if (cells !== undefined) cells[column] = (cells[column] ?? 0) + 1;
  };
  for (const { truth, found } of images) {
    const open = new Set(truth.filter((box) => box.crowd !== true));
    const crowds = truth.filter((box) => box.crowd === true);
    const kept = found.filter((box) => box.confidence >= confidence);
    for (const box of kept.sort((a, b) => b.confidence - a.confidence)) {
      const pair = closest(box, open);
      if (pair !== undefined) {
        open.delete(pair);
        count(pair.classIndex, box.classIndex);
      } else if (!crowds.some((crowd) => overlap(box, crowd) > 0)) count(classes, box.classIndex);
    }
    for (const { classIndex } of open) count(classIndex, classes);
  }
  return table;
}

/** The closest box of those that overlap by half; of equally close ones, that of the same class. */
function closest(box: Box, open: ReadonlySet<Box>): Box | undefined {
  let best: Box | undefined;
  let most = 0;
  for (const other of open) {
    const shared = overlap(box, other);
    if (shared < 0.5 || shared < most) continue;
    if (shared === most && other.classIndex !== box.classIndex) continue;
    [best, most] = [other, shared];
  }
  return best;
}

/** Of the objects that were found, the part whose class is right; 0 when none was found. */
export function rightClasses(table: Confusion): number {
  const last = table.length - 1;
  let [right, all] = [0, 0];
  for (const [row, cells] of table.entries())
    for (const [column, boxes] of cells.entries()) {
      if (row === last || column === last) continue;
      all += boxes;
      if (row === column) right += boxes;
    }
  return all === 0 ? 0 : right / all;
}
