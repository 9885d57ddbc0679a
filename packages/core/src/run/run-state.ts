import type { Draft } from "immer";
import { produce } from "immer";
import type { ExperimentRecord } from "../wire/experiment.ts";
import type { RunEvent } from "./run-event.ts";

/** Where a run stands. `unknown` keeps the platform's own word in `status`. */
export type RunPhase =
  | "queued"
  | "starting"
  | "preparing"
  | "training"
  | "finalizing"
  | "finished"
  | "failed"
  | "stopped"
  | "idle"
  | "unknown";

/** All that is known of a run, as one frozen value. */
export interface RunState {
  readonly phase: RunPhase;
  /** The platform's word for the task. */
  readonly status: string;
  /** What the training app says it is doing. */
  readonly app: string;
  /** The step that is under way, in its own unit (images, epochs, bytes). */
  readonly progress?: { readonly label: string; readonly current: number; readonly total: number };
  /** Epochs (or iterations) done and asked for. */
  readonly epoch?: { readonly current: number; readonly total: number };
  /** Why it failed or sits idle. */
  readonly reason?: string;
  readonly experiment?: ExperimentRecord;
  /** The newest log lines, at most 20. */
  readonly lastLog: readonly string[];
}

/** The state before anything is known. */
export const initialRunState: RunState = Object.freeze({
  phase: "queued",
  status: "queued",
  app: "",
  lastLog: Object.freeze([]),
});

/**
 * Folds one event into the state. Pure.
 *
 * Source: platform facts: task statuses, texts of `/train_status`, progress records of the log.
 */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  return produce(state, (draft) => {
    apply(draft, event);
    draft.phase = phaseOf(draft);
  });
}

function apply(draft: Draft<RunState>, event: RunEvent): void {
  switch (event.type) {
    case "task":
      draft.status = event.status;
      if (event.error !== undefined) draft.reason = event.error;
      return;
    case "app":
      draft.app = event.text;
      if (event.text.startsWith("Error occurred") || event.text.startsWith("'ZeroDivisionError'"))
        draft.reason = event.text;
      return;
    case "experiment":
      draft.experiment = event.record as Draft<ExperimentRecord>;
      return;
    case "log":
      applyLog(draft, event.record);
  }
}

function applyLog(
  draft: Draft<RunState>,
  record: {
    message: string;
    level: string;
    subtask?: string | undefined;
    current?: number | undefined;
    total?: number | undefined;
  },
): void {
  const { subtask, current, total } = record;
  if (subtask !== undefined && current !== undefined && total !== undefined) {
    draft.progress = { label: subtask, current, total };
    if (/^(Epochs|Iterations)/.test(subtask)) draft.epoch = { current, total };
    return;
  }
  draft.lastLog.push(record.message);
  if (draft.lastLog.length > 20) draft.lastLog.shift();
  if (record.level === "error" || record.level === "fatal") draft.reason = record.message;
  if (/^Step '.+' \d+\/\d+ failed to validate/.test(record.message)) draft.reason = record.message;
}

function phaseOf(state: Draft<RunState>): RunPhase {
  const { status, app, reason } = state;
  if (status === "queued" || status === "consumed") return "queued";
  if (status === "finished") return state.experiment === undefined ? "failed" : "finished";
  if (status === "error") return "failed";
  if (status === "stopped" || status === "terminating") return "stopped";
  if (status !== "started") return "unknown";
  if (reason !== undefined && reason === app) return "failed";
  if (/Preparing data/.test(app)) return "preparing";
  if (/Training is in progress/.test(app)) return "training";
  if (/^Status: /.test(app)) return "finalizing";
  if (reason !== undefined && /failed to validate/.test(reason)) return "idle";
  return "starting";
}

/** Whether nothing more will come of the run by itself. A task that is terminating still ends. */
export function isOver(state: RunState): boolean {
  return state.status !== "terminating" && ["finished", "failed", "stopped", "idle"].includes(state.phase);
}
