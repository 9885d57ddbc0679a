import type { RunState } from "../run/state/run-state.ts";
import { timeLeft } from "../run/state/time-left.ts";

/** How far a bar is filled, and what stands beside it, at most `width` characters. */
export function progressLine(
  state: RunState,
  width: number,
): { current: number; total: number; label: string } {
  const { epoch, progress, phase } = state;
  const step = phase === "training" ? (epoch ?? progress) : progress;
  const total = Math.max(step?.total ?? 1, 1);
  const current = Math.min(Math.max(step?.current ?? 0, 0), total);
  const details =
    phase === "training" && epoch !== undefined
      ? [
          `${epoch.unit} ${epoch.current}/${epoch.total}`,
          state.timeLeft === undefined ? "" : timeLeft(state.timeLeft),
          state.metricLine,
        ]
      : [progress && `${progress.label} ${progress.current}/${progress.total}`, state.reason];
  const label = printable(
    [phase, ...details].filter((part) => part !== undefined && part !== "").join(" · "),
  );
  return {
    current,
    total,
    label: label.length > width ? `${label.slice(0, Math.max(0, width - 1))}…` : label,
  };
}

/** A text in one line: escape sequences of an app's log, or of a name, would steer the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
