import { TrainyardError } from "../../errors/trainyard-error.ts";
import { showValue } from "../../spec/show-value.ts";
import type { ExperimentRecord } from "../../wire/experiment.ts";
import type { Drift } from "./compare-run.ts";
import { isOtherTraining } from "./compare-run.ts";
import type { Experiment } from "./experiment.ts";
import { experimentOf } from "./experiment-of.ts";
import { isEnded } from "./is-over.ts";
import type { RunState } from "./run-state.ts";

/**
 * What a run that is over came to: its experiment, or the error that says why there is none.
 *
 * @throws TRAINED_OTHERWISE when the experiment is of another training than was asked for; TASK_FAILED, TASK_STOPPED, TASK_IDLE, EXPERIMENT_MISSING, AGENT_LOST, TASK_STATUS_UNKNOWN, ANSWER_UNEXPECTED
 */
export function outcomeOf(
  state: RunState,
  run: { readonly taskId: number; readonly ref: string },
): Experiment {
  const { taskId, ref } = run;
  const { phase, status, experiment, lastLog, evidence } = state;
  if (phase === "finished" && experiment !== undefined) {
    throwIfOther(state.drift ?? [], experiment, run);
    return experimentOf(experiment, state.drift);
  }
  const stillRuns = !isEnded(status);
  const reason = sentence(state.reason ?? lastLog.at(-1) ?? "it gave no reason");
  const facts = {
    ...{ taskId, ref, taskStatus: status, reason: state.reason, lastLog, stillRuns },
    ...(experiment === undefined ? {} : { artifactsDir: experiment.artifacts_dir }),
  };
  const fail = (code: TrainyardError["code"], message: string, hint?: string) =>
    new TrainyardError(code, message, hint === undefined ? { facts } : { facts, hint });
  switch (phase) {
    case "stopped":
      throw fail("TASK_STOPPED", `Task ${taskId} was stopped before it finished.`);
    case "idle":
      throw fail(
        "TASK_IDLE",
        `Task ${taskId} trains nothing: ${reason}`,
        `Mend it on the app's page (${ref}) and press Start there, or run.stop(): the app keeps its agent busy.`,
      );
    case "agentLost":
      throw fail("AGENT_LOST", `Nothing is heard of task ${taskId}: ${reason}`);
    case "unknown":
      throw fail("TASK_STATUS_UNKNOWN", `It is not known how task ${taskId} goes. ${reason}`);
  }
  if (status === "finished" && evidence.oddExperiment !== undefined)
    throw fail("ANSWER_UNEXPECTED", `Task ${taskId} finished. ${evidence.oddExperiment}`);
  if (status === "finished")
    throw fail("EXPERIMENT_MISSING", `Task ${taskId} finished without an experiment: ${reason}`);
  const hint = stillRuns ? "The app still runs and keeps its agent busy: run.stop() ends it." : undefined;
  throw fail("TASK_FAILED", `Task ${taskId} failed: ${reason}`, hint);
}

/** @throws TRAINED_OTHERWISE where a difference makes it another training, and not only fewer files or another name. */
export function throwIfOther(
  drift: readonly Drift[],
  experiment: ExperimentRecord,
  { taskId, ref }: { readonly taskId: number; readonly ref: string },
): void {
  const other = drift.filter(isOtherTraining);
  if (other.length === 0) return;
  const said = other.map(
    ({ path, asked, effective }) => `${path} ${showValue(effective)}, and was asked for ${showValue(asked)}`,
  );
  throw new TrainyardError("TRAINED_OTHERWISE", `Task ${taskId} finished, but trained ${said.join("; ")}.`, {
    facts: { taskId, ref, drift, experiment, artifactsDir: experiment.artifacts_dir },
  });
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
