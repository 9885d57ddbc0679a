import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

/** One record of a task's log. Progress records carry subtask, current and total. */
export interface LogRecord {
  readonly message: string;
  readonly level: string;
  /** ISO time. */
  readonly timestamp: string;
  readonly subtask?: string | undefined;
  readonly current?: number | undefined;
  readonly total?: number | undefined;
}
const answer: v.GenericSchema<unknown, LogRecord[]> = v.array(
  v.object({
    message: v.optional(v.string(), ""),
    level: v.optional(v.string(), "info"),
    timestamp: v.optional(v.string(), ""),
    subtask: v.optional(v.string()),
    current: v.optional(v.number()),
    total: v.optional(v.number()),
  }),
);

/** A task's log from a time on. Source: platform fact, `tasks.log.download`, a GET. */
export function tasksLogDownload(
  instance: Caller,
  id: number,
  since: string | undefined,
  options?: CallOptions,
): Promise<readonly LogRecord[]> {
  return instance.call("tasks.log.download", { id, sinceTime: since }, answer, { ...options, method: "get" });
}
