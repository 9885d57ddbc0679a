import * as v from "valibot";
import type { LogRecord } from "../../instance/endpoints/tasks-log-download.ts";
import type { LogTime } from "../state/log-time.ts";

/** How far a log was read: the newest time, and which of the latest records were. */
export interface LogCursor {
  /** Time of the newest record that was read. */
  readonly newest: LogTime;
  /** Milliseconds since 1970: records before this are not asked for again. */
  readonly from: number;
  /** Marks of the records read since `from`, one for each. */
  readonly seen: readonly string[];
  /** In place of marks, where too many records share the newest millisecond: how many of its first were read. */
  readonly atNewest?: number;
}

/** The schema of {@link LogCursor}. */
export const logCursorSchema: v.GenericSchema<unknown, LogCursor> = v.object({
  newest: v.pipe(v.string(), v.regex(/^(\d{12}\.\d{9})?$/)),
  from: v.pipe(v.number(), v.integer()),
  seen: v.pipe(v.array(v.pipe(v.string(), v.maxLength(16))), v.maxLength(200_000)),
  atNewest: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/** A short mark of a record: the platform gives records no id, so what they say stands for them. 53 bits. */
export function markOf({ timestamp, level, message, subtask, current, total }: LogRecord): string {
  const text = JSON.stringify([timestamp, level, message, subtask, current, total]);
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
