import type { Box } from "../data/sample.ts";
import { boxValues, gridSize } from "../network/network.ts";
import { overlap } from "./overlap.ts";

/** A found box and how sure the network is of it, 0..1. */
export interface Detection extends Box {
  readonly confidence: number;
}

const area = gridSize * gridSize;
/** With many classes every cell has a candidate for each; comparing them all would take seconds an image. */
const mostCandidates = 1000;

/** Reads the network's output: one candidate per cell and class, then only the surest of those that overlap. */
export function detections(output: Float32Array, threshold = 0.02): readonly Detection[] {
  const candidates: Detection[] = [];
  const classes = output.length / area - boxValues;
  for (let cell = 0; cell < area; cell++) {
    const at = (value: number) => output[value * area + cell] ?? 0;
    const x = ((cell % gridSize) + at(1)) / gridSize;
    const y = (Math.floor(cell / gridSize) + at(2)) / gridSize;
    const [w, h] = [at(3), at(4)];
    for (let classIndex = 0; classIndex < classes; classIndex++) {
      const confidence = at(0) * at(boxValues + classIndex);
      if (confidence < threshold) continue;
      candidates.push({ classIndex, confidence, x1: x - w / 2, y1: y - h / 2, x2: x + w / 2, y2: y + h / 2 });
    }
  }
  candidates.sort((a, b) => b.confidence - a.confidence);
  const kept: Detection[] = [];
  for (const candidate of candidates.slice(0, mostCandidates)) {
    const hidden = kept.some(
      (other) => other.classIndex === candidate.classIndex && overlap(other, candidate) > 0.45,
    );
    if (!hidden) kept.push(candidate);
  }
  return kept.slice(0, 100);
}
