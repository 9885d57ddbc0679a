import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Instance } from "../instance/connect.ts";
import { attach } from "../run/attach.ts";
import { Comparison } from "./comparison.ts";
import { readExperiment } from "./read-experiment.ts";

/** An experiment to compare: what a run gave, a handle of it, its ref, or the id of its task. */
export type Comparable = { readonly taskId: number } | string | number;

/**
 * Compares experiments: what differs in their settings, then their metrics. They are ranked only where their files prove
 * that figures may be held against each other: one task, the same classes, the same validation images.
 *
 * @throws EXPERIMENT_NOT_FOUND; INPUT_INVALID for fewer than two.
 * @example
 * ```ts
 * import type { Experiment, Instance } from "@trainyard/core";
 * import { compare } from "@trainyard/core/compare";
 * async function better(instance: Instance, a: Experiment, b: Experiment) {
 *   const comparison = await compare(instance, [a, b]);
 *   console.log(comparison);
 *   return comparison.best("mAP")?.bestCheckpoint;
 * }
 * ```
 */
export async function compare(
  instance: Instance,
  experiments: readonly Comparable[],
  options: { readonly signal?: AbortSignal } = {},
): Promise<Comparison> {
  if (experiments.length < 2)
    throw new TrainyardError("INPUT_INVALID", "compare(): expected two experiments or more.", {
      hint: "Name them by run, ref or task id.",
    });
  const ids = experiments.map((one) => (typeof one === "object" ? one.taskId : attach(instance, one).taskId));
  return new Comparison(await Promise.all(ids.map((id) => readExperiment(instance, id, options))));
}
