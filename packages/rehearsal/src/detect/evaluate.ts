import type { Sample } from "../data/sample.ts";
import type { Network } from "../network/network.ts";
import { bestPoint } from "./best-point.ts";
import { detections } from "./detections.ts";
import type { FoundImage } from "./match-class.ts";
import { matchClass } from "./match-class.ts";
import { mean } from "./mean.ts";
import { precisionCurve } from "./precision-curve.ts";

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

/** COCO's ten overlaps, 0.5 to 0.95. */
export const overlapThresholds: readonly number[] = Array.from({ length: 10 }, (_, step) =>
  step === 9 ? 0.95 : 0.5 + step * ((0.95 - 0.5) / 9),
);

/** Runs a network over samples and compares what it finds with what is there. */
export function evaluate(network: Network, samples: readonly Sample[]): Metrics {
  const found = samples.map(({ pixels, boxes }) => ({
    truth: boxes,
    found: detections(network.forward(pixels)),
  }));
  return measure(found, network.classes.length);
}

/** COCO's measures: average precision over the classes that occur, at overlaps from 0.5 to 0.95. */
export function measure(images: readonly FoundImage[], classes: number): Metrics {
  const each = Array.from({ length: classes }, (_, at) => averagePrecisions(images, at)).filter(
    (values) => values !== undefined,
  );
  const at = (step: number) => mean(each.map((values) => values[step] ?? 0));
  const matched = Array.from({ length: classes }, (_, index) => matchClass(images, index, 0.5));
  const { confidence: _, ...best } = bestPoint(matched.filter(({ truth }) => truth > 0));
  return { mAP: mean(each.flat()), AP50: at(0), AP75: at(5), ...best };
}

/** Average precision of a class at each of {@link overlapThresholds}; undefined when it has no true box. */
export function averagePrecisions(
  images: readonly FoundImage[],
  classIndex: number,
): readonly number[] | undefined {
  const values = overlapThresholds.flatMap((threshold) => {
    const curve = precisionCurve(matchClass(images, classIndex, threshold));
    return curve === undefined ? [] : [mean(curve)];
  });
  return values.length === 0 ? undefined : values;
}
