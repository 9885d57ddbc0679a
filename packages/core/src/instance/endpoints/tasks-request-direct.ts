import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

/** Sends a command to the app of a running task. Source: platform fact, `tasks.request.direct`. */
export function tasksRequestDirect<T>(
  instance: Caller,
  taskId: number,
  command: string,
  state: Readonly<Record<string, unknown>>,
  answer: v.GenericSchema<unknown, T>,
  options: CallOptions = {},
): Promise<T> {
  const body = {
    taskId,
    command,
    context: { outside_request: true },
    state,
    skipResponse: false,
    timeout: 1,
  };
  return instance.call("tasks.request.direct", body, answer, { attempts: "once", ...options });
}

/** The answer of `is_running`. */
export const runningAnswer: v.GenericSchema<unknown, { running: boolean }> = v.object({
  running: v.boolean(),
});

/** The answer of `train_status`: what the training app says it is doing, or nothing. */
export const statusAnswer: v.GenericSchema<unknown, { status: string }> = v.object({
  status: v.optional(v.string(), ""),
});
