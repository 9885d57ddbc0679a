import type { Draft } from "immer";
import { produce } from "immer";
import type { Problem } from "../../spec/problem.ts";
import type { ExperimentRecord } from "../../wire/experiment.ts";
import { epochIn, failureIn, stageOf } from "./app-text.ts";
import { applyLog } from "./apply-log.ts";
import type { Drift } from "./compare-run.ts";
import { isEnded } from "./is-over.ts";
import { phaseOf, reasonOf } from "./phase-of.ts";
import { beginAnew, reach } from "./reach-stage.ts";
import type { RunEvent } from "./run-event.ts";
import { isNews } from "./run-event.ts";
import type { RunState } from "./run-state.ts";

/**
 * Folds one event into the state. Pure.
 *
 * @example
 * ```ts
 * import { initialRunState, reduceRun } from "@trainyard/core/run";
 * const state = reduceRun(initialRunState, { type: "task", status: "started" });
 * console.log(state.phase); // "starting"
 * ```
 * Source: platform facts: task statuses, texts of `/train_status`, progress records of the log.
 */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  return produce(state, (draft) => {
    if (isNews(event)) {
      // Whatever is heard shows that somebody is there.
      delete draft.agent;
      delete draft.evidence.quiet;
    }
    apply(draft, event);
    draft.phase = phaseOf(draft);
    const reason = reasonOf(draft);
    if (reason === undefined) delete draft.reason;
    else draft.reason = reason;
  });
}

function apply(draft: Draft<RunState>, event: RunEvent): void {
  const { evidence } = draft;
  switch (event.type) {
    case "task":
      draft.status = event.status;
      if (event.error !== undefined) evidence.taskError = event.error;
      // The app's words are of no use once it is gone, and nobody who comes later can hear them.
      if (isEnded(event.status)) {
        draft.app = "";
        draft.isUp = false;
        delete evidence.silent;
      }
      return;
    case "warning":
      draft.warnings.push(event.problem as Draft<Problem>);
      return;
    case "asked":
      draft.autostart = event.autostart;
      if (event.page !== undefined) draft.page = event.page;
      return;
    case "app":
      applyText(draft, event.text);
      return;
    case "log":
      applyLog(draft, event.record);
      return;
    case "log-gap":
      draft.lastLog.push(`(The instance gave no more records of ${event.at}; some may be missing.)`);
      return;
    case "agent":
      draft.agent = { id: event.id, name: event.name, status: event.status };
      return;
    case "silent":
      evidence.silent = event.minutes;
      return;
    case "quiet":
      evidence.quiet = event.minutes;
      return;
    case "experiment":
      draft.experiment = event.record as Draft<ExperimentRecord>;
      return;
    case "drift":
      draft.drift = event.drift as Draft<readonly Drift[]>;
      return;
    case "experiment-odd":
      evidence.oddExperiment = event.problem;
  }
}

function applyText(draft: Draft<RunState>, text: string): void {
  const { evidence } = draft;
  draft.app = text;
  draft.isUp = true;
  if (text === "") return;
  const failure = failureIn(text);
  if (failure !== undefined) {
    // The log tells the same with the exception behind it; that is the better text.
    if (evidence.failure?.text.startsWith(failure.text.split(". ")[0] ?? "") !== true)
      evidence.failure = failure;
    return;
  }
  if (evidence.failure !== undefined) beginAnew(draft);
  delete evidence.failedStep;
  delete evidence.silent;
  reach(draft, stageOf(text));
  const epoch = epochIn(text);
  if (epoch !== undefined) draft.epoch = { ...epoch, unit: /iteration/i.test(text) ? "iteration" : "epoch" };
}
