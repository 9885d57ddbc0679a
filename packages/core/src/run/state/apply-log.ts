import type { Draft } from "immer";
import type { LogRecord } from "../../instance/endpoints/tasks-log-download.ts";
import type { Stage } from "./app-text.ts";
import { failedStepIn, failureIn, stageOf, stageOfLine } from "./app-text.ts";
import { logTime, millisecondsOf } from "./log-time.ts";
import { beginAnew, reach } from "./reach-stage.ts";
import type { RunState } from "./run-state.ts";

const keptLines = 20;
const metric = /\b(loss|mAP\w*|AP\d*|IoU|accuracy|precision|recall|f1)\b[^\n]*\d/i;

/**
 * Folds a log record into a state: progress, epochs, errors, the step that did not hold.
 *
 * Source: platform facts, progress records {subtask, current, total} and the template's text lines.
 */
export function applyLog(draft: Draft<RunState>, record: LogRecord): void {
  const { subtask, current, total, message } = record;
  if (subtask !== undefined && current !== undefined) {
    reachIn(draft, stageOf(subtask), subtask);
    if (total === undefined) return;
    draft.progress = { label: subtask, current, total };
    if (/^(Epoch|Iteration)s?\b/i.test(subtask)) count(draft, record, current, total);
    return;
  }
  draft.lastLog.push(message);
  if (draft.lastLog.length > keptLines) draft.lastLog.shift();
  if (metric.test(message)) draft.metricLine = message;
  reachIn(draft, stageOfLine(message), message);
  applyLine(draft, record);
}

function applyLine(draft: Draft<RunState>, record: LogRecord): void {
  const { evidence } = draft;
  const { message, level } = record;
  const begun = /^Training started for (\d+) (epoch|iteration)/.exec(message);
  if (begun !== null) {
    evidence.epochsBegun = 0;
    delete evidence.pace;
    draft.epoch = { current: 0, total: Number(begun[1]), unit: begun[2] === "epoch" ? "epoch" : "iteration" };
  }
  if (/^Epoch started\b/.test(message) && draft.epoch !== undefined) {
    const done = evidence.epochsBegun ?? 0;
    evidence.epochsBegun = done + 1;
    if (done > draft.epoch.current) count(draft, record, done, draft.epoch.total);
  }
  const step = failedStepIn(message);
  if (step !== undefined) evidence.failedStep = step;
  if (level !== "error" && level !== "fatal" && level !== "critical") return;
  evidence.logError = message;
  const failure = failureIn(message);
  if (failure !== undefined) evidence.failure = failure;
}

function count(draft: Draft<RunState>, record: LogRecord, current: number, total: number): void {
  const unit = record.subtask === undefined ? draft.epoch?.unit : undefined;
  const isIteration = /^Iteration/i.test(record.subtask ?? "");
  if (draft.epoch !== undefined && current < draft.epoch.current) delete draft.evidence.pace;
  draft.epoch = { current, total, unit: unit ?? (isIteration ? "iteration" : "epoch") };
  const time = logTime(record.timestamp);
  if (time === undefined) return;
  const point: [number, number] = [millisecondsOf(time), current];
  const from: [number, number] = draft.evidence.pace?.[0] ?? point;
  draft.evidence.pace = [from, point];
  const done = current - from[1];
  if (done > 0) draft.timeLeft = Math.max(0, ((total - current) * (point[0] - from[0])) / done);
  else delete draft.timeLeft;
}

/** After a failure only a record that the app prepares again says that somebody pressed Start once more. */
function reachIn(draft: Draft<RunState>, stage: Stage | undefined, text: string): void {
  if (draft.evidence.failure !== undefined && /^Preparing data for training/.test(text)) beginAnew(draft);
  reach(draft, stage);
}
