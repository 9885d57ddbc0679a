import type { OperatingPoint } from "../detect/best-point.ts";
import { bestPoint, pointAt } from "../detect/best-point.ts";
import { averagePrecisions, measure } from "../detect/evaluate.ts";
import type { FoundImage } from "../detect/match-class.ts";
import { matchClass } from "../detect/match-class.ts";
import { precisionCurve } from "../detect/precision-curve.ts";
import { calibration } from "./calibration.ts";
import type { Confusion } from "./confusion.ts";
import { confusion, rightClasses } from "./confusion.ts";

/** How well one class is found. */
export interface ClassEvaluation extends Omit<OperatingPoint, "confidence"> {
  readonly name: string;
  /** True boxes, and found ones at the confidence that is kept. */
  readonly truth: number;
  readonly found: number;
  /** Undefined, as all of COCO's measures, for a class without true boxes. */
  readonly AP: number | undefined;
  readonly AP50: number | undefined;
  readonly AP75: number | undefined;
  /** Precision at overlap 0.5 at the recalls 0, 0.01 … 1. */
  readonly curve: readonly number[] | undefined;
}

/** What is known of a detector on the val set. */
export interface Evaluation {
  /** In the platform's names and order; the first is the primary one. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly classes: readonly ClassEvaluation[];
  readonly confusion: Confusion;
  /** Boxes that are less sure are left out of precision, recall, F1 and the confusion matrix: F1 is best so. */
  readonly confidence: number;
  /** Precision, recall and F1 over all classes by the confidence that is asked for. */
  readonly byConfidence: readonly OperatingPoint[];
}

/**
 * Evaluates found boxes against true ones: average precision as COCO does, the rest at overlap 0.5.
 *
 * Source: platform fact, the names of `evaluation_metrics` of a detector's experiment.
 */
export function evaluateFound(images: readonly FoundImage[], names: readonly string[]): Evaluation {
  const matches = names.map((_, at) => matchClass(images, at, 0.5));
  const present = matches.filter(({ truth }) => truth > 0);
  const { confidence } = bestPoint(present);
  const together = {
    rows: present.flatMap(({ rows }) => rows),
    truth: sum(present.map(({ truth }) => truth)),
  };
  const classes = matches.map((match, at): ClassEvaluation => {
    const values = averagePrecisions(images, at);
    return {
      name: names[at] ?? "",
      truth: match.truth,
      found: match.rows.filter((row) => row.confidence >= confidence).length,
      AP: values && sum(values) / values.length,
      AP50: values?.[0],
      AP75: values?.[5],
      ...pointAt(match, confidence),
      curve: precisionCurve(match),
    };
  });
  const table = confusion(images, names.length, confidence);
  const { expected, maximum } = calibration(matches.flatMap(({ rows }) => rows));
  return {
    metrics: {
      ...measure(images, names.length),
      classification_accuracy: rightClasses(table),
      calibration_score: 1 - expected,
      f1_optimal_conf: confidence,
      expected_calibration_error: expected,
      maximum_calibration_error: maximum,
    },
    classes,
    confusion: table,
    confidence,
    byConfidence: Array.from({ length: 51 }, (_, at) => ({
      ...pointAt(together, at / 50),
      confidence: at / 50,
    })),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
