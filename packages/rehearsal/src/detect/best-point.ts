import type { ClassMatches } from "./match-class.ts";

/** Where a detector's F1 is best: keeping what is at least as sure as `confidence`. Each 0..1. */
export interface OperatingPoint {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Mean overlap of the matched boxes. */
  readonly iou: number;
  readonly confidence: number;
}

/** The point of best F1 over all classes together. Boxes of one confidence are kept or left together. Where none is right, all are kept. */
export function bestPoint(classes: readonly ClassMatches[]): OperatingPoint {
  const rows = classes.flatMap((one) => one.rows).sort((a, b) => b.confidence - a.confidence);
  const truth = classes.reduce((sum, one) => sum + one.truth, 0);
  let best: OperatingPoint = { precision: 0, recall: 0, f1: 0, iou: 0, confidence: 0 };
  let hits = 0;
  let sum = 0;
  for (const [at, { confidence, iou }] of rows.entries()) {
    if (iou > 0) hits++;
    sum += iou;
    if (hits === 0 || rows[at + 1]?.confidence === confidence) continue;
    const [precision, recall] = [hits / (at + 1), truth === 0 ? 0 : hits / truth];
    const f1 = truth === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    if (f1 > best.f1) best = { precision, recall, f1, iou: sum / hits, confidence };
  }
  return best;
}

/** Precision, recall and F1 of a class where only what is at least as sure as `confidence` is kept. */
export function pointAt(
  { rows, truth }: ClassMatches,
  confidence: number,
): Omit<OperatingPoint, "confidence"> {
  const kept = rows.filter((row) => row.confidence >= confidence);
  const found = kept.filter(({ iou }) => iou > 0);
  const precision = kept.length === 0 ? 0 : found.length / kept.length;
  const recall = truth === 0 ? 0 : found.length / truth;
  const f1 = found.length === 0 || truth === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const iou = found.length === 0 ? 0 : found.reduce((sum, row) => sum + row.iou, 0) / found.length;
  return { precision, recall, f1, iou };
}
