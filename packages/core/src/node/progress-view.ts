import { SingleBar } from "cli-progress";
import type { RunEvent } from "../run/state/run-event.ts";
import type { RunState } from "../run/state/run-state.ts";
import { findNotebook, notebookView } from "./notebook-view.ts";
import { progressLine } from "./progress-line.ts";
import { progressLines, remarksOf } from "./progress-lines.ts";

/** A view of a run in a terminal; lines where the stream is none. */
export interface ProgressView {
  /** Give it to `run.finished({ onEvent })`. */
  readonly onEvent: (event: RunEvent, state: RunState) => void;
  /** Removes the bar and gives the cursor back; call it when the wait is over, however it ended. */
  readonly stop: () => void;
}

/**
 * Draws a progress bar of a run: epoch of total, what it is doing, time left, the last line with a metric.
 * What the start warned of stands above it, each warning once. Where the stream is no terminal, a line is written for
 * each phase and for every tenth epoch. In a notebook of Deno it is one output, which changes in place.
 * The cursor comes back on `stop()` and when the process ends.
 *
 * @param stream default stderr, so that stdout stays a program's own.
 * @example
 * ```ts
 * import type { TrainRun } from "@trainyard/core";
 * import { progressView } from "@trainyard/core/node";
 * async function watch(run: TrainRun) {
 *   const view = progressView();
 *   return run.finished({ onEvent: view.onEvent }).finally(view.stop);
 * }
 * ```
 */
export function progressView(stream: NodeJS.WriteStream = process.stderr): ProgressView {
  const notebook = stream === process.stderr ? findNotebook() : undefined;
  if (notebook !== undefined) return notebookView(notebook);
  if (!stream.isTTY) {
    const onEvent = progressLines((line) => stream.write(`${line}\n`));
    return { onEvent, stop: () => {} };
  }
  const bar = new SingleBar({
    format: "{bar} {label}",
    stream,
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  let isDrawn = false;
  const stop = () => {
    if (isDrawn) bar.stop();
    isDrawn = false;
    process.removeListener("exit", stop);
  };
  const warned = new Set<string>();
  const warn = (text: string) => {
    if (warned.has(text)) return;
    warned.add(text);
    stop();
    stream.write(`${text}\n`);
  };
  return {
    onEvent: (event, state) => {
      for (const line of remarksOf(event)) warn(line);
      if (event.type === "warning") return;
      const { current, total, label } = progressLine(state, (stream.columns ?? 80) - 26);
      if (!isDrawn) {
        process.once("exit", stop);
        bar.start(total, current, { label });
      }
      isDrawn = true;
      bar.setTotal(total);
      bar.update(current, { label });
    },
    stop,
  };
}
