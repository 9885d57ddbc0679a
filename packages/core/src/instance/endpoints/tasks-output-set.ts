import * as v from "valibot";
import type { Caller } from "../caller.ts";

/** Adds to a task's output. Source: platform fact, `tasks.output.set`. */
export async function tasksOutputSet(
  instance: Caller,
  taskId: number,
  output: Readonly<Record<string, unknown>>,
): Promise<void> {
  await instance.call("tasks.output.set", { taskId, output }, v.unknown());
}
