import type { Instance } from "@trainyard/core";
import type { Train } from "../train.ts";
import type { EarlierRef } from "./earlier-training.ts";
import { chainFrom } from "./earlier-training.ts";

/**
 * Trains an experiment's checkpoint on: a chain that begins with an earlier training's settings, and with its best
 * checkpoint as the model. On another project the split is said anew, random(80) by default.
 *
 * @param earlier the task's id, the run's ref, or its experiment. It is read when the chain plans or starts.
 * @param options.checkpoint a checkpoint's file name; default: the best.
 * @returns a chain with every step taken. It throws what `run.experiment()` does, and EXPERIMENT_NOT_FOUND where the
 *   experiment's files do not say enough.
 * @example
 * ```ts
 * import { finetune } from "@trainyard/builder/continue";
 * const run = await finetune(303).project(102).tune({ epochs: 20, lr0: 0.001 }).start();
 * ```
 * Source: platform fact, a custom model is its task and checkpoint; `finetune(task_id)` of the platform never starts.
 */
export function finetune(
  earlier: EarlierRef,
  instance?: Instance,
  options: { readonly checkpoint?: string } = {},
): Train<string, never> {
  return chainFrom("finetune", earlier, instance, ({ taskId, record }) => ({
    model: { from: "experiment", taskId, checkpoint: options.checkpoint ?? record.best_checkpoint },
  }));
}
