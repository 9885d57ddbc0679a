import { driftText } from "./drift-text.ts";
import type { RunState } from "./run-state.ts";
import { timeLeft } from "./time-left.ts";

/** Characters of a log line. */
const longest = 160;

/** A run's state in a few lines: where it stands, how far it is, why it waits or failed, the newest of its log. */
export function runStateText(state: RunState): string {
  const { phase, status, app, epoch, progress, reason, experiment } = state;
  const left = state.timeLeft === undefined ? "" : `, ${timeLeft(state.timeLeft)}`;
  const lines = [
    [`Run ${phase}`, phase === status ? "" : ` (task ${status})`, app === "" ? "" : `: ${app}`].join(""),
    epoch && `${epoch.unit} ${epoch.current} of ${epoch.total}${left}`,
    progress && `${progress.label}: ${progress.current} of ${progress.total}`,
    reason && `because: ${reason}`,
    experiment && `experiment: ${experiment.experiment_name}`,
    ...(state.drift ?? []).map((drift) => `otherwise than asked: ${driftText(drift)}`),
    ...state.warnings.map(({ path, message }) => `warning: ${path}: ${message}`),
    ...state.lastLog.slice(-3).map((line) => `log: ${line.slice(0, longest)}`),
  ];
  return lines.filter((line) => typeof line === "string" && line !== "").join("\n  ");
}
