import * as v from "valibot";
import type { Caller } from "../caller.ts";

/** Adds records to the log of the task that calls. Source: platform fact, `tasks.logs.add`. */
export async function tasksLogsAdd(
  instance: Caller,
  taskId: number,
  logs: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  await instance.call("tasks.logs.add", { taskId, logs }, v.unknown());
}
