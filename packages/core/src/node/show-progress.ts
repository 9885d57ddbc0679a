import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Experiment } from "../run/state/experiment.ts";
import type { TrainRun } from "../run/train-run.ts";
import type { WaitOptions } from "../run/wait/wait-options.ts";
import { progressView } from "./progress-view.ts";

/** How a wait is shown. */
export interface ShowOptions extends WaitOptions {
  /** Where the bar is drawn, and what is said on Ctrl-C; default stderr. A bar where it is a terminal, else a line a phase and every tenth epoch. */
  readonly stream?: NodeJS.WriteStream;
}

/**
 * Waits for the end of a run as `run.finished()` does, with a progress bar, and with a Ctrl-C that only ends the wait:
 * it says where the run is and how to follow it again, leaves the training alone, and ends the process with code 130,
 * unless the program listens for SIGINT itself.
 *
 * @throws what `run.finished()` throws; WAIT_DETACHED on Ctrl-C, where the program listens for it itself.
 * @example
 * ```ts
 * import type { TrainRun } from "@trainyard/core";
 * import { showProgress } from "@trainyard/core/node";
 * async function watch(run: TrainRun) {
 *   const experiment = await showProgress(run, { timeout: "6h", stall: "20m" });
 *   console.log(experiment.metrics);
 * }
 * ```
 */
export async function showProgress(run: TrainRun, options: ShowOptions = {}): Promise<Experiment> {
  const { stream = process.stderr, signal, onEvent, ...rest } = options;
  const view = progressView(stream);
  const detach = new AbortController();
  const isAlone = process.listenerCount("SIGINT") === 0;
  const interrupt = () => {
    const facts = { taskId: run.taskId, ref: run.ref };
    detach.abort(new TrainyardError("WAIT_DETACHED", `Task ${run.taskId} goes on.`, { facts }));
    view.stop();
    stream.write(`\nThe training goes on: ${run.ref}\nFollow it again: attach(instance, "${run.ref}")\n`);
    if (isAlone) process.exit(130);
  };
  process.once("SIGINT", interrupt);
  try {
    return await run.finished({
      ...rest,
      signal: signal === undefined ? detach.signal : AbortSignal.any([detach.signal, signal]),
      onEvent: (event, state) => {
        view.onEvent(event, state);
        onEvent?.(event, state);
      },
    });
  } finally {
    process.removeListener("SIGINT", interrupt);
    view.stop();
  }
}
