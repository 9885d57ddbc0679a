import type { Match } from "../detect/match-class.ts";

/**
 * How far confidences are from the share of boxes that are right, over ten bins of confidence: the mean weighted by
 * boxes, and the worst. Each 0..1; 0 without boxes.
 */
export function calibration(rows: readonly Match[]): { expected: number; maximum: number } {
  const bins = Array.from({ length: 10 }, () => ({ boxes: 0, right: 0, confidence: 0 }));
  for (const { confidence, iou } of rows) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (bin === undefined) continue;
    bin.boxes++;
    bin.confidence += confidence;
    if (iou > 0) bin.right++;
  }
  let [expected, maximum] = [0, 0];
  for (const { boxes, right, confidence } of bins) {
    if (boxes === 0) continue;
    const gap = Math.abs(confidence - right) / boxes;
    expected += gap * (boxes / rows.length);
    maximum = Math.max(maximum, gap);
  }
  return { expected, maximum };
}
