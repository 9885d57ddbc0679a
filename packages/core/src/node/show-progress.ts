import { SingleBar } from "cli-progress";
import type { RunEvent } from "../run/run-event.ts";
import type { RunState } from "../run/run-state.ts";

/** A view of a run in a terminal; quiet when the stream is none. */
export interface ProgressView {
  /** Give it to `run.finished({ onEvent })`. */
  readonly onEvent: (event: RunEvent, state: RunState) => void;
  /** Removes the bar; call it when the wait is over, however it ended. */
  stop(): void;
}

/**
 * Draws a progress bar of a run on stderr, with what the training app is doing.
 *
 * @example
 * ```ts
 * import type { TrainRun } from "@trainyard/core";
 * import { showProgress } from "@trainyard/core/node";
 * async function watch(run: TrainRun) {
 *   const view = showProgress();
 *   return run.finished({ onEvent: view.onEvent }).finally(() => view.stop());
 * }
 * ```
 */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): ProgressView {
  if (!stream.isTTY) return { onEvent: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: "{bar} {value}/{total} {label}",
    stream,
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  let started = false;
  return {
    onEvent: (_, state) => {
      const step = state.phase === "training" ? (state.epoch ?? state.progress) : state.progress;
      const current = step?.current ?? 0;
      const total = Math.max(step?.total ?? 1, 1);
      const label = `${state.phase}${state.progress === undefined ? "" : ` · ${state.progress.label}`}`;
      if (!started) bar.start(total, current, { label });
      started = true;
      bar.setTotal(total);
      bar.update(Math.min(current, total), { label });
    },
    stop: () => {
      if (started) bar.stop();
      started = false;
    },
  };
}
