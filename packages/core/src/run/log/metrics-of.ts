import type { LogRecord } from "../../instance/endpoints/tasks-log-download.ts";

/** A measured value of one epoch (or iteration). */
export interface MetricPoint {
  /** Counted as the app's log counts; undefined where a value stands before any epoch. */
  readonly epoch: number | undefined;
  /** As the log names it, e.g. `loss`, `val AP50`. */
  readonly name: string;
  readonly value: number;
}

/** A name of at most three words whose last says loss or a metric, then its value. */
const pair =
  /((?:[A-Za-z][\w/.-]*[ _]){0,2}[\w/.-]*(?:loss|mAP|AP|IoU|accuracy|precision|recall|f1)[\w/.@-]*)\s*[:=]?\s*(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)(?![\w.]*\/)/gi;
const epochOf = /\b(?:epoch|iteration|iter|step)s?\b\D{0,3}(\d+)/i;
/** A log's line with values is short; what is longer is a text of another kind. */
const longest = 2000;

/**
 * The measured values that a log tells of, in its order: of lines such as `Epoch 3/10: loss 0.21, val AP50 0.64`. A line
 * without an epoch belongs to the last one that was told.
 */
export function metricsOf(records: Iterable<LogRecord>): readonly MetricPoint[] {
  const points: MetricPoint[] = [];
  let epoch: number | undefined;
  for (const { message, subtask, current } of records) {
    if (subtask !== undefined) {
      if (/^(epoch|iteration)/i.test(subtask) && current !== undefined) epoch = current;
      continue;
    }
    if (message.length > longest) continue;
    const said = epochOf.exec(message)?.[1];
    if (said !== undefined) epoch = Number(said);
    for (const [, name = "", value] of message.matchAll(pair))
      points.push({ epoch, name: name.trim(), value: Number(value) });
  }
  return points;
}
