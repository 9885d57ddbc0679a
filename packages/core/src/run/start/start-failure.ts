import { isTrainyardError, TrainyardError } from "../../errors/trainyard-error.ts";

/** What is known when a start fails. */
interface FailedStart {
  readonly key: string;
  readonly workspaceId: number;
  /** The task that exists nevertheless. */
  readonly taskId?: number;
  /** What the last request, or else the first look-up, threw. */
  readonly cause: unknown;
}

/**
 * The error of a start that gives no run. It always carries the key, and the task's id where there is a task.
 *
 * @param because `absent`: nothing was created. `unknown`: it cannot be told. `cancelled`: after it was sent.
 * @param reason the signal's, when it was cancelled.
 */
export function startFailure(
  because: "absent" | "unknown" | "cancelled",
  { key, workspaceId, taskId, cause }: FailedStart,
  reason: unknown,
): unknown {
  const facts = { key, workspaceId };
  const again = `start({ key: ${JSON.stringify(key)} })`;
  if (because === "cancelled") {
    if (taskId !== undefined)
      return new TrainyardError(
        "START_ABORTED",
        `Task ${taskId} was created before its start was cancelled.`,
        {
          hint: `It goes on: attach(instance, ${taskId}) has its handle, and stop() ends it.`,
          facts: { ...facts, taskId },
          cause: reason,
        },
      );
    return new TrainyardError("START_ABORTED", undefined, {
      hint: `No task of it was seen; ${again} adopts one that still turns up.`,
      facts,
      cause: reason,
    });
  }
  if (!isTrainyardError(cause)) return cause;
  // The constructor adds the hint, so it is taken off what was said before.
  const said = cause.message.endsWith(cause.hint)
    ? cause.message.slice(0, -cause.hint.length)
    : cause.message;
  if (because === "unknown")
    return new TrainyardError("START_AMBIGUOUS", `${said.trim()} Whether it created the task is not known.`, {
      hint: `Call ${again} once the instance answers: it adopts the task if there is one.`,
      facts,
      cause,
    });
  return new TrainyardError(cause.code, said.trim(), {
    hint: cause.hint,
    facts: { ...cause.facts, ...facts },
    cause,
  });
}
