import type { Instance } from "@trainyard/core";
import type { Train } from "../train.ts";
import type { EarlierRef } from "./earlier-training.ts";
import { chainFrom } from "./earlier-training.ts";

/**
 * The same training again: a chain that begins with an earlier training's own settings, its very images on each side
 * included. What is said over them wins, and `plan()` lists what is unlike the earlier one. It starts by itself, unlike the
 * platform's own rerun, which waits for a person.
 *
 * @param earlier the task's id, the run's ref, or its experiment. It is read when the chain plans or starts.
 * @returns a chain with every step taken. It throws what `run.experiment()` does, and EXPERIMENT_NOT_FOUND where the
 *   experiment's files do not say enough.
 * @example
 * ```ts
 * import { rerun } from "@trainyard/builder/continue";
 * const longer = rerun(303).tune({ epochs: 100 });
 * console.log(await longer.plan()); // Unlike task 303: hyperparameters.epochs: 50 → 100
 * const run = await longer.start();
 * ```
 * Source: platform facts, `app_state.json` is not read back whole by the apps; `rerun_from_task_id` never starts.
 */
export function rerun(earlier: EarlierRef, instance?: Instance): Train<string, never> {
  return chainFrom("rerun", earlier, instance, () => ({}));
}
