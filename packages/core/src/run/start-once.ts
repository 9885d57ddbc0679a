import type { TrainyardError } from "../errors/trainyard-error.ts";
import { TrainyardError as Failure, isTrainyardError } from "../errors/trainyard-error.ts";
import type { Caller } from "../instance/caller.ts";
import { tasksRunApp } from "../instance/endpoints/tasks-run-app.ts";
import type { StartBody } from "../wire/start-body.ts";
import { findRunKey } from "./find-run-key.ts";

/** A start that ended well. */
export interface Started {
  readonly taskId: number;
  /** True when the task was there already and only found. */
  readonly adopted: boolean;
}

/** How often the request is sent, each time after proof that the last one created nothing. */
const maxSends = 4;

/**
 * Starts exactly one task. After an answer that does not say whether the task was created, the workspace's tasks are
 * searched for the run key: found means adopted, proven absent means sent again, anything else is START_AMBIGUOUS.
 *
 * @param lookFirst true when the key is the caller's own, so that an earlier start may have used it.
 */
export async function startOnce(
  body: StartBody,
  key: string,
  instance: Caller,
  options: { lookFirst: boolean; signal?: AbortSignal | undefined },
): Promise<Started> {
  const { signal } = options;
  if (options.lookFirst) {
    const [earlier] = await findRunKey(instance, body.workspaceId, key);
    if (earlier !== undefined) return { taskId: earlier, adopted: true };
  }
  for (let send = 1; ; send++) {
    signal?.throwIfAborted();
    try {
      return { taskId: await tasksRunApp(instance, body, signal), adopted: false };
    } catch (cause) {
      const found = await look(body, key, instance, cause);
      if (found !== undefined) return { taskId: found, adopted: true };
      if (!isTrainyardError(cause) || !mayHavePassed(cause) || send === maxSends) throw cause;
      await instance.runtime.sleep(500 * 2 ** send * (0.5 + instance.runtime.random()), signal);
    }
  }
}

/** Undefined is proof that the request created nothing. */
async function look(
  body: StartBody,
  key: string,
  instance: Caller,
  cause: unknown,
): Promise<number | undefined> {
  try {
    const [found] = await findRunKey(instance, body.workspaceId, key);
    return found;
  } catch (failure) {
    if (isTrainyardError(cause) && refused(cause)) throw cause;
    throw new Failure("START_AMBIGUOUS", undefined, {
      facts: { key, workspaceId: body.workspaceId },
      cause: cause ?? failure,
    });
  }
}

/** The instance read the request and said no; sending it again would be refused again. */
function refused(error: TrainyardError): boolean {
  return ["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "REQUEST_REJECTED"].includes(error.code);
}

function mayHavePassed(error: TrainyardError): boolean {
  const agentNotAwake = error.code === "REQUEST_REJECTED" && /AgentPing/.test(error.message);
  return error.retryable === "safe" || error.facts.unreadable === true || agentNotAwake;
}
