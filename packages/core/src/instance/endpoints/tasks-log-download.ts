import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

/** One record of a task's log. Progress records carry subtask, current and total. */
export interface LogRecord {
  readonly message: string;
  readonly level: string;
  /** ISO time; empty when the record has none. */
  readonly timestamp: string;
  readonly subtask?: string | undefined;
  readonly current?: number | undefined;
  readonly total?: number | undefined;
}

// An app may log anything: one odd field must not hide the rest of the log.
const text = (instead: string) =>
  v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), instead);
const count = v.fallback(v.optional(v.number()), undefined);
const answer: v.GenericSchema<unknown, LogRecord[]> = v.array(
  v.object({
    message: v.optional(text(""), ""),
    level: v.optional(text("info"), "info"),
    timestamp: v.optional(text(""), ""),
    subtask: v.fallback(v.optional(v.string()), undefined),
    current: count,
    total: count,
  }),
);

/**
 * A page of a task's log, oldest first: the records of a time and later, at most `limit` or as many as the instance
 * gives at once.
 *
 * Source: platform fact, `tasks.log.download`, a GET.
 */
export function tasksLogDownload(
  instance: Caller,
  id: number,
  page: { readonly since?: string | undefined; readonly limit?: number },
  options?: CallOptions,
): Promise<readonly LogRecord[]> {
  const query = { id, sinceTime: page.since, limit: page.limit };
  return instance.call("tasks.log.download", query, answer, { ...options, method: "get" });
}
