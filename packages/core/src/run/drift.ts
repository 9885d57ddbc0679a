import * as v from "valibot";
import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Caller, CallOptions } from "../instance/caller.ts";
import { tasksInfo } from "../instance/endpoints/tasks-info.ts";
import { experimentSchema } from "../wire/experiment.ts";
import { askedOf } from "./look/asked-of.ts";
import { readEffective } from "./look/read-effective.ts";
import type { DriftReport } from "./state/compare-run.ts";
import { compareRun } from "./state/compare-run.ts";

const done = v.looseObject({ experiment: v.looseObject({ data: experimentSchema }) });

/**
 * Reads what a task was asked and what its experiment's files say it did, and compares the two.
 *
 * @throws EXPERIMENT_NOT_FOUND while the task has no experiment, or was not started with a state.
 */
export async function readDrift(
  instance: Caller,
  taskId: number,
  options: CallOptions = {},
): Promise<DriftReport> {
  const task = await tasksInfo(instance, taskId, options);
  const missing = (why: string) =>
    new TrainyardError("EXPERIMENT_NOT_FOUND", `Task ${taskId} cannot be compared: ${why}.`, {
      hint: "Call drift() when the run has finished; a continued experiment takes its settings over by itself.",
      facts: { taskId },
    });
  const output = v.safeParse(done, task?.meta?.output);
  if (task === null || !output.success) throw missing("it has no experiment yet");
  const asked = askedOf(task);
  if (asked === undefined) throw missing("it was not started with settings of its own");
  const files = ["hyperparameters.yaml", "model_meta.json", "train_val_split.json"] as const;
  const used = await readEffective(instance, task, output.output.experiment.data, files, options);
  return compareRun(asked, used);
}
