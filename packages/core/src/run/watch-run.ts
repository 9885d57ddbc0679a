import * as v from "valibot";
import { isTrainyardError, TrainyardError } from "../errors/trainyard-error.ts";
import type { Caller } from "../instance/caller.ts";
import { tasksInfo } from "../instance/endpoints/tasks-info.ts";
import { tasksLogDownload } from "../instance/endpoints/tasks-log-download.ts";
import { tasksRequestDirect } from "../instance/endpoints/tasks-request-direct.ts";
import { experimentSchema } from "../wire/experiment.ts";
import type { LogCursor } from "./log-cursor.ts";
import { unread } from "./log-cursor.ts";
import type { RunEvent } from "./run-event.ts";
import { initialRunState, isOver, reduceRun } from "./run-state.ts";

const statusAnswer = v.object({ status: v.string() });
const outputSchema = v.object({ experiment: v.object({ data: experimentSchema }) });

/**
 * Yields what happens to a task, in order, until it is over. A check that fails is tried again: it says nothing of the task.
 *
 */
export async function* watchRun(
  instance: Caller,
  taskId: number,
  options: { signal?: AbortSignal | undefined; onUnreachable?: (error: TrainyardError) => void } = {},
): AsyncGenerator<RunEvent, void, undefined> {
  const { signal } = options;
  const { runtime } = instance;
  let state = initialRunState;
  let status = "";
  let app = "";
  let cursor: LogCursor | undefined;
  let quiet = 0;
  for (;;) {
    signal?.throwIfAborted();
    const events: RunEvent[] = [];
    try {
      const info = await tasksInfo(instance, taskId, { signal });
      if (info === null)
        throw new TrainyardError("NOT_FOUND", `There is no task ${taskId}.`, { facts: { taskId } });
      const page = unread(await tasksLogDownload(instance, taskId, cursor?.time, { signal }), cursor);
      cursor = page.cursor;
      for (const record of page.records) events.push({ type: "log", record });
      if (info.status === "started") {
        const text = await appStatus(instance, taskId, signal);
        if (text !== undefined && text !== app) events.push({ type: "app", text });
        app = text ?? app;
      }
      if (info.status !== status) {
        const output = v.safeParse(outputSchema, info.meta?.output);
        if (info.status === "finished" && output.success)
          events.push({ type: "experiment", record: output.output.experiment.data });
        const error = typeof info.error === "string" && info.error !== "" ? { error: info.error } : {};
        events.push({ type: "task", status: info.status, ...error });
        status = info.status;
      }
    } catch (error) {
      if (!isTrainyardError(error) || error.retryable !== "safe") throw error;
      options.onUnreachable?.(error);
    }
    for (const event of events) {
      state = reduceRun(state, event);
      yield event;
    }
    if (isOver(state)) return;
    quiet = events.length > 0 ? 0 : quiet + 1;
    await runtime.sleep(pause(state.phase === "queued", quiet) * (0.8 + 0.4 * runtime.random()), signal);
  }
}

/** Fast while things happen, slower while nothing does, slowest in a queue. */
function pause(queued: boolean, quiet: number): number {
  return Math.min(queued ? 10_000 : 3000, 200 * 1.5 ** Math.min(quiet, 10));
}

/** Undefined while the app cannot be reached, which is no news about the training. */
async function appStatus(
  instance: Caller,
  taskId: number,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  try {
    const answer = await tasksRequestDirect(instance, taskId, "train_status", {}, statusAnswer, {
      signal,
      timeout: 5000,
    });
    return answer.status;
  } catch (error) {
    if (isTrainyardError(error)) return undefined;
    throw error;
  }
}
