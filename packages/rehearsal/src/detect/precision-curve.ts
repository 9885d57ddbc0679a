import type { ClassMatches } from "./match-class.ts";

/** The recalls at which COCO reads a precision: 0, 0.01 … 1. */
const recallPoints = Array.from({ length: 101 }, (_, at) => (at === 100 ? 1 : at * 0.01));

/**
 * Precision at each of 101 recalls, made monotonic; 0 where that recall is not reached. Their mean is the
 * average precision. Undefined for a class without true boxes, which has none.
 */
export function precisionCurve({ rows, truth }: ClassMatches): readonly number[] | undefined {
  if (truth === 0) return undefined;
  let hits = 0;
  const recalls: number[] = [];
  const precisions: number[] = [];
  for (const [at, { iou }] of rows.entries()) {
    if (iou > 0) hits++;
    recalls.push(hits / truth);
    precisions.push(hits / (at + 1));
  }
  for (let at = precisions.length - 2; at >= 0; at--)
    precisions[at] = Math.max(precisions[at] ?? 0, precisions[at + 1] ?? 0);
  let at = 0;
  return recallPoints.map((recall) => {
    while (at < recalls.length && (recalls[at] ?? 0) < recall) at++;
    return precisions[at] ?? 0;
  });
}
