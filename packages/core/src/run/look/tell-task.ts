import * as v from "valibot";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";
import { experimentSchema } from "../../wire/experiment.ts";
import { autostartOf } from "./ask-platform.ts";
import type { RunTeller } from "./run-teller.ts";

const output = v.looseObject({ experiment: v.looseObject({ data: v.unknown() }) });

/** Whether a task has left an experiment. */
export function hasExperiment(info: TaskInfo): boolean {
  return v.is(output, info.meta?.output);
}

/** Whether the app was asked to train by itself, once that is known. */
export function tellAsked(teller: RunTeller, info: TaskInfo, address: string): void {
  if (teller.state.autostart !== undefined) return;
  const autostart = autostartOf(info);
  if (autostart !== undefined)
    teller.tell({ type: "asked", autostart, page: `${address}/apps/sessions/${info.id}` });
}

/** The experiment that a task left, or why what it left is none. */
export function tellExperiment(teller: RunTeller, info: TaskInfo): void {
  const { experiment, evidence } = teller.state;
  if (experiment !== undefined || evidence.oddExperiment !== undefined) return;
  const found = v.safeParse(output, info.meta?.output);
  if (!found.success) return;
  const record = v.safeParse(experimentSchema, found.output.experiment.data);
  if (record.success) {
    teller.tell({ type: "experiment", record: record.output });
    return;
  }
  const [issue] = record.issues;
  const where = v.getDotPath(issue) ?? "data";
  const problem = `Its experiment is not in the platform's form: ${where}: ${issue.message}.`;
  teller.tell({ type: "experiment-odd", problem });
}
