import * as v from "valibot";
import type { StartBody } from "../../wire/start-body.ts";
import type { Caller } from "../caller.ts";

const taskId = v.pipe(v.number(), v.integer(), v.minValue(1));
const started = v.union(
  [
    v.pipe(
      v.looseObject({ id: taskId }),
      v.transform((row) => row.id),
    ),
    v.pipe(
      v.looseObject({ taskId }),
      v.transform((row) => row.taskId),
    ),
  ],
  "expected a task id",
);
const answer: v.GenericSchema<unknown, number> = v.pipe(
  v.looseTuple([started], "expected a list that names the task"),
  v.transform(([id]) => id),
);

/**
 * Sends the start request exactly once and gives the task's id. The only call of the client that creates a task.
 *
 * Source: platform fact, `tasks.run.app`; element 0 counts, `taskId` stands in for an absent `id`.
 */
export async function tasksRunApp(instance: Caller, body: StartBody, signal?: AbortSignal): Promise<number> {
  signal?.throwIfAborted();
  return await instance.call("tasks.run.app", body, answer, { attempts: "once", timeout: 60_000, signal });
}
