import type { Box, Sample } from "../data/sample.ts";
import type { Network } from "../network/network.ts";
import type { Detection } from "./detections.ts";
import { detections } from "./detections.ts";
import { overlap } from "./overlap.ts";

/** Evaluation of a detector, named as the platform names it; each 0..1. */
export interface Metrics {
  readonly mAP: number;
  readonly AP50: number;
  readonly AP75: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Mean overlap of the matched boxes. */
  readonly iou: number;
}

/** Images with their true and their found boxes. */
type Found = readonly { readonly truth: readonly Box[]; readonly found: readonly Detection[] }[];

/** Runs a network over samples and compares what it finds with what is there. */
export function evaluate(network: Network, samples: readonly Sample[]): Metrics {
  const found = samples.map(({ pixels, boxes }) => ({
    truth: boxes,
    found: detections(network.forward(pixels)),
  }));
  return measure(found, network.classes.length);
}

/** COCO's measures: average precision over the classes that occur, at overlaps from 0.5 to 0.95. */
export function measure(images: Found, classes: number): Metrics {
  const present = Array.from({ length: classes }, (_, at) => at).filter((at) =>
    images.some(({ truth }) => truth.some((box) => box.classIndex === at)),
  );
  const at = (threshold: number) =>
    mean(present.map((classIndex) => averagePrecision(images, classIndex, threshold)));
  const thresholds = Array.from({ length: 10 }, (_, step) => 0.5 + step * 0.05);
  const best = bestPoint(
    present.flatMap((classIndex) => ranked(images, classIndex, 0.5)),
    countTruth(images),
  );
  return { mAP: mean(thresholds.map(at)), AP50: at(0.5), AP75: at(0.75), ...best };
}

interface Ranked {
  readonly confidence: number;
  /** Overlap with the true box it was matched to; 0 when it matched none. */
  readonly iou: number;
}

/** Detections of a class, surest first, each matched to at most one true box. */
function ranked(images: Found, classIndex: number, threshold: number): readonly Ranked[] {
  const rows = images.flatMap(({ truth, found }) => {
    const open = new Set(truth.filter((box) => box.classIndex === classIndex));
    return found
      .filter((box) => box.classIndex === classIndex)
      .map((box): Ranked => {
        let best: Box | undefined;
        for (const other of open)
          if (best === undefined || overlap(box, other) > overlap(box, best)) best = other;
        const iou = best === undefined ? 0 : overlap(box, best);
        if (best === undefined || iou < threshold) return { confidence: box.confidence, iou: 0 };
        open.delete(best);
        return { confidence: box.confidence, iou };
      });
  });
  return rows.sort((a, b) => b.confidence - a.confidence);
}

/** Area under the precision-recall curve, precision made monotonic, read at 101 recalls. */
function averagePrecision(images: Found, classIndex: number, threshold: number): number {
  const total = countTruth(images, classIndex);
  let hits = 0;
  const curve = ranked(images, classIndex, threshold).map((row, at) => {
    if (row.iou > 0) hits++;
    return { recall: hits / total, precision: hits / (at + 1) };
  });
  for (let i = curve.length - 2; i >= 0; i--) {
    const [here, next] = [curve[i], curve[i + 1]];
    if (here !== undefined && next !== undefined) here.precision = Math.max(here.precision, next.precision);
  }
  const points = Array.from({ length: 101 }, (_, i) => i / 100);
  return mean(points.map((recall) => curve.find((point) => point.recall >= recall - 1e-9)?.precision ?? 0));
}

/** Precision, recall and mean overlap at the confidence where F1 is best. */
function bestPoint(
  rows: readonly Ranked[],
  total: number,
): Pick<Metrics, "precision" | "recall" | "f1" | "iou"> {
  let best = { precision: 0, recall: 0, f1: 0, iou: 0 };
  let hits = 0;
  let sum = 0;
  for (const [at, row] of [...rows].sort((a, b) => b.confidence - a.confidence).entries()) {
    if (row.iou > 0) hits++;
    sum += row.iou;
    const [precision, recall] = [hits / (at + 1), total === 0 ? 0 : hits / total];
    const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    if (f1 > best.f1) best = { precision, recall, f1, iou: sum / hits };
  }
  return best;
}

function countTruth(images: Found, classIndex?: number): number {
  const counts = images.map(
    ({ truth }) => truth.filter((box) => classIndex === undefined || box.classIndex === classIndex).length,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
