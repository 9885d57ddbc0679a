import { TrainyardError } from "./errors/trainyard-error.ts";
import type { Instance } from "./instance/connect.ts";
import { lookupsUntil } from "./plan/ask/lookups-until.ts";
import type { Continuation } from "./plan/plan-continuation.ts";
import { planContinuation } from "./plan/plan-continuation.ts";
import type { PlanOptions } from "./plan/plan-train.ts";
import { planTrain } from "./plan/plan-train.ts";
import type { Judging } from "./plan/problems/throw-problems.ts";
import type { TrainPlan } from "./plan/terms/train-plan.ts";
import { checkAdopted } from "./run/start/check-adopted.ts";
import { startOnce } from "./run/start/start-once.ts";
import { TrainRun } from "./run/train-run.ts";
import type { TrainSpec } from "./spec/train-spec.ts";
import { startBody } from "./wire/start-body.ts";

/** How a start is made. */
export interface StartOptions extends Judging {
  /**
   * A name for this start: starting twice with one key gives one task, in one process or two. It is looked for among
   * the workspace's newest thousand tasks. A key is of one training: with other settings it is KEY_REUSED, and when its
   * run failed or was stopped KEY_SPENT.
   */
  readonly key?: string;
  /**
   * Cancels the start. Before anything was sent it rejects with the signal's reason; after that with START_ABORTED,
   * which names the task if there is one: a task that was created goes on, only `stop()` ends it.
   */
  readonly signal?: AbortSignal;
}

/**
 * The whole story: what was asked → what will be done → what is sent → what happens.
 *
 * @throws SPEC_INVALID and the look-ups' errors, before anything is created; KEY_REUSED, KEY_SPENT; START_AMBIGUOUS,
 *   START_ABORTED.
 * @example
 * ```ts
 * import type { Instance } from "@trainyard/core";
 * import { parseModel, startTrain } from "@trainyard/core";
 * const start = (instance: Instance) =>
 *   startTrain({ project: 7, model: parseModel("YOLO/YOLO26s-det") }, instance);
 * ```
 */
export async function startTrain(
  spec: TrainSpec,
  instance: Instance,
  options: StartOptions & PlanOptions = {},
): Promise<TrainRun> {
  const plan = await planTrain(spec, instance.lookups, options);
  return startPlan(plan, instance, options);
}

/** Starts from an earlier experiment; the app takes its settings over and waits for a person. */
export async function startContinuation(
  ask: Continuation,
  instance: Instance,
  options: StartOptions = {},
): Promise<TrainRun> {
  return startPlan(
    await planContinuation(ask, lookupsUntil(instance.lookups, options.signal)),
    instance,
    options,
  );
}

/** Starts what was planned: exactly one task. */
export async function startPlan(
  plan: TrainPlan,
  instance: Instance,
  options: StartOptions = {},
): Promise<TrainRun> {
  const key = options.key ?? randomKey(() => instance.runtime.random());
  if (!/^[\w.:-]{1,80}$/.test(key))
    throw new TrainyardError("INPUT_INVALID", `key: ${JSON.stringify(key)} is no key.`, {
      hint: "Use up to 80 letters, digits, dots, dashes, colons or underscores.",
    });
  const body = startBody(plan, key);
  const started = await startOnce(body, key, instance, {
    lookFirst: options.key !== undefined,
    signal: options.signal,
  });
  const { taskId } = started;
  const doubts = started.wasThere ? await checkAdopted(instance, { taskId, key }, body, options.signal) : [];
  const run = new TrainRun(instance, taskId, {
    adopted: started.adopted,
    warnings: [...plan.warnings, ...started.warnings, ...doubts],
  });
  if (plan.app.beginsBy !== undefined) await tellToBegin(run, key, started.adopted, options.signal);
  return run;
}

/** Such an app trains only once it is told to, so the start is not over before. */
async function tellToBegin(
  run: TrainRun,
  key: string,
  adopted: boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { taskId, instance } = run;
  try {
    // Another start with the same key may be about to tell it.
    await run.beginAfter(adopted ? 60_000 * (1 + instance.runtime.random()) : 0, signal);
  } catch (error) {
    if (signal?.aborted !== true) throw error;
    const facts = { taskId, key, ref: run.ref };
    throw new TrainyardError(
      "START_ABORTED",
      `Task ${taskId} was created, but its app was not yet told to train.`,
      {
        hint: `start({ key: ${JSON.stringify(key)} }) or attach(instance, ${taskId}).startTraining() goes on with it.`,
        facts,
        cause: error,
      },
    );
  }
}

function randomKey(random: () => number): string {
  return Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join("");
}
