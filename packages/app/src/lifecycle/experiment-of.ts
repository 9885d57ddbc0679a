import type { Instance } from "@trainyard/core";
import { tasksInfo } from "@trainyard/core/endpoints";
import * as v from "valibot";

/** What is needed of an earlier experiment to go on from it. */
export interface EarlierExperiment {
  readonly experiment_name: string;
  readonly model_name: string;
  readonly artifacts_dir: string;
  readonly best_checkpoint: string;
  /** File of the page's settings below the artifacts folder; experiments of older apps have none. */
  readonly app_state?: string | null | undefined;
}
const schema: v.GenericSchema<unknown, EarlierExperiment> = v.looseObject({
  experiment_name: v.string(),
  model_name: v.string(),
  artifacts_dir: v.pipe(
    v.string(),
    v.transform((path) => path.replace(/\/$/, "")),
  ),
  best_checkpoint: v.string(),
  app_state: v.nullish(v.string()),
});
const output = v.looseObject({ experiment: v.looseObject({ data: schema }) });

/**
 * The experiment that a task left.
 *
 * @throws Error when the task has none.
 * Source: platform fact, `meta.output.experiment.data` of a task.
 */
export async function experimentOf(instance: Instance, taskId: number): Promise<EarlierExperiment> {
  const found = v.safeParse(output, (await tasksInfo(instance, taskId))?.meta?.output);
  if (!found.success) throw new Error(`Experiment info with task id ${taskId} not found.`);
  return found.output.experiment.data;
}
