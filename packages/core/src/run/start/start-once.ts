import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import type { TaskRow } from "../../instance/endpoints/tasks-list.ts";
import { tasksRunApp } from "../../instance/endpoints/tasks-run-app.ts";
import type { Problem } from "../../spec/problem.ts";
import type { StartBody } from "../../wire/start-body.ts";
import { findRunKey } from "./find-run-key.ts";
import type { StartOutcome } from "./next-start-step.ts";
import { heard, isPlain, newStart, nextStartStep } from "./next-start-step.ts";
import { sendFate } from "./send-fate.ts";
import { startFailure } from "./start-failure.ts";
import { uncheckedWarning } from "./start-warnings.ts";
import { stopDuplicates } from "./stop-duplicates.ts";

/** A start that ended well. */
export interface Started {
  readonly taskId: number;
  /** True when the task is not the one that this call's own answer named: it was there already, or found. */
  readonly adopted: boolean;
  /** True when it was there before anything was sent: another start's. */
  readonly wasThere: boolean;
  /** What happened to tasks that were one too many. */
  readonly warnings: readonly Problem[];
}

/** Milliseconds after which nothing is sent any more. */
const sendUntil = 180_000;
/** Milliseconds after which no look-up begins; a start ends within 5 minutes and 15 seconds, whatever happens. */
const lookUntil = 270_000;
/** Milliseconds that one look-up may take. */
const lookWithin = 25_000;
/** The same where the task is known and only a second one is looked for. */
const plainLookWithin = 5000;
/** The longest pause that an instance can ask a start to make, in milliseconds. */
const longestPause = 60_000;
/** Milliseconds that a request under way may still take once its start is cancelled. */
const grace = 5000;

/**
 * Starts exactly one task. After an answer that does not say whether the task was created, the workspace's tasks are
 * searched for the run key until it is found (adopted), proven absent (sent again), or time is over (START_AMBIGUOUS).
 *
 * @param lookFirst true when the key is the caller's own, so that another start may use it.
 */
export async function startOnce(
  body: StartBody,
  key: string,
  instance: Caller,
  options: { lookFirst: boolean; signal?: AbortSignal | undefined },
): Promise<Started> {
  const { runtime } = instance;
  const { signal } = options;
  const began = runtime.now();
  const rows = new Map<number, TaskRow>();
  let state = newStart(options.lookFirst);
  let own: number | undefined;
  let cause: unknown;
  for (;;) {
    const isCancelled = signal?.aborted === true;
    if (isCancelled && state.sends === 0) throw signal.reason;
    const age = runtime.now() - began;
    const limits = { noMoreSends: isCancelled || age >= sendUntil, noMoreLooks: age >= lookUntil };
    const step = nextStartStep(state, limits);
    if (step.do === "give-up") {
      const about = { key, workspaceId: body.workspaceId, cause };
      throw startFailure(isCancelled ? "cancelled" : step.because, about, signal?.reason);
    }
    if (step.do === "settle") {
      const known = step.ids.map((id) => rows.get(id) ?? { id });
      const [taskId] = step.ids;
      const stopped = await stopDuplicates(instance, known, { key, eachUser: body.usersIds.length > 1 });
      if (signal?.aborted === true)
        throw startFailure("cancelled", { key, workspaceId: body.workspaceId, taskId, cause }, signal.reason);
      const warnings = [...stopped, ...(step.unchecked ? [uncheckedWarning(taskId, key)] : [])];
      return { taskId, adopted: taskId !== own, wasThere: state.sends === 0, warnings };
    }
    await pause(step.wait);
    if (step.do === "look") state = heard(state, await look(state.sends === 0 ? undefined : age + step.wait));
    else if (signal?.aborted !== true) state = heard(state, await send());
  }

  async function send(): Promise<StartOutcome> {
    try {
      own = await withGrace((late) => tasksRunApp(instance, body, late));
      return { is: "created", id: own };
    } catch (error) {
      cause = error;
      const asked = isTrainyardError(error) ? error.facts.retryAfter : 0;
      const retryAfter = typeof asked === "number" ? Math.min(asked, longestPause) : 0;
      return { is: "not-created", fate: sendFate(error), retryAfter };
    }
  }

  async function look(age: number | undefined): Promise<StartOutcome> {
    const plain = isPlain(state);
    try {
      const found = await findRunKey(instance, body.workspaceId, key, {
        ...(age === undefined ? { signal } : { age }),
        ...(plain ? { within: plainLookWithin, attempts: "once" } : { within: lookWithin }),
      });
      for (const row of found) rows.set(row.id, row);
      return { is: "looked", ids: found.map(({ id }) => id) };
    } catch (error) {
      cause ??= error;
      const passes =
        isTrainyardError(error) &&
        (error.retryable === "safe" || error.code === "ANSWER_UNEXPECTED") &&
        !(plain && error.facts.timedOut === true);
      return { is: "look-failed", passes };
    }
  }

  /** Cancelling ends a pause, once: what it leaves unknown is still looked for in good time. */
  async function pause(wait: number): Promise<void> {
    if (wait <= 0) return;
    const isHeeded = signal !== undefined && !signal.aborted;
    try {
      await runtime.sleep(wait, isHeeded ? signal : undefined);
    } catch (error) {
      if (!isHeeded || !signal.aborted) throw error;
    }
  }

  /** A request that is cut may have created its task; its answer mostly comes in a moment. */
  async function withGrace<T>(work: (late: AbortSignal | undefined) => Promise<T>): Promise<T> {
    if (signal === undefined) return work(undefined);
    const late = new AbortController();
    let callOff = () => {};
    const begin = () => {
      callOff = runtime.alarm(grace, () => late.abort(signal.reason));
    };
    signal.addEventListener("abort", begin, { once: true });
    try {
      return await work(late.signal);
    } finally {
      signal.removeEventListener("abort", begin);
      callOff();
    }
  }
}
