import * as v from "valibot";
import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { StartBody } from "../../wire/start-body.ts";
import type { Caller } from "../caller.ts";

const started = v.looseObject({ id: v.optional(v.number()), taskId: v.optional(v.number()) });
const answer = v.pipe(v.array(started), v.minLength(1));

/**
 * Sends the start request exactly once and gives the task's id. The only call of the client that writes.
 *
 * Source: platform fact, `tasks.run.app`; element 0 counts, `taskId` stands in for an absent `id`.
 */
export async function tasksRunApp(instance: Caller, body: StartBody, signal?: AbortSignal): Promise<number> {
  signal?.throwIfAborted();
  const [row] = await instance.call("tasks.run.app", body, answer, {
    attempts: "once",
    timeout: 60_000,
    signal,
  });
  const id = row?.id ?? row?.taskId;
  if (id === undefined)
    throw new TrainyardError("ANSWER_UNEXPECTED", "tasks.run.app answered without a task id.", {
      facts: { endpoint: "tasks.run.app" },
    });
  return id;
}
