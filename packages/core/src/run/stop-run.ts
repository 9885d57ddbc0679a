import { isTrainyardError, TrainyardError } from "../errors/trainyard-error.ts";
import type { Caller } from "../instance/caller.ts";
import { tasksInfo } from "../instance/endpoints/tasks-info.ts";
import { tasksStop } from "../instance/endpoints/tasks-stop.ts";
import { isEnded } from "./state/is-over.ts";

/**
 * Has the platform stop a task. A task that ended first needs no stopping; a failure that passes is tried again.
 *
 * @throws STOP_REFUSED when the platform says no and the task goes on; UNAUTHORIZED, NOT_FOUND; the signal's reason.
 */
export async function stopRun(
  instance: Caller,
  run: { readonly taskId: number; readonly ref: string },
  signal: AbortSignal,
): Promise<void> {
  const { taskId, ref } = run;
  for (let attempt = 0; ; attempt++) {
    try {
      return await tasksStop(instance, taskId, { signal, attempts: "once" });
    } catch (cause) {
      signal.throwIfAborted();
      if (!isTrainyardError(cause)) throw cause;
      if (cause.retryable !== "safe") {
        const info = await tasksInfo(instance, taskId, { signal }).catch(() => null);
        if (info !== null && isEnded(info.status)) return;
        const reason = String(cause.facts.reason ?? cause.message);
        const code = ["UNAUTHORIZED", "NOT_FOUND"].includes(cause.code) ? cause.code : "STOP_REFUSED";
        const message = `Task ${taskId} was not stopped: ${reason}${/[.!?]$/.test(reason) ? "" : "."}`;
        throw new TrainyardError(code, message, {
          facts: { ...cause.facts, taskId, ref, taskStatus: info?.status },
          cause,
        });
      }
      const asked = Number(cause.facts.retryAfter ?? 0);
      const backoff = Math.min(30_000, 500 * 2 ** Math.min(attempt, 6));
      await instance.runtime.sleep(
        Math.max(asked, backoff * (0.8 + 0.4 * instance.runtime.random())),
        signal,
      );
    }
  }
}
