import { isTrainyardError, TrainyardError } from "../errors/trainyard-error.ts";
import type { Instance } from "../instance/connect.ts";
import type { LogRecord } from "../instance/endpoints/tasks-log-download.ts";
import { tasksLogDownload } from "../instance/endpoints/tasks-log-download.ts";
import { runningAnswer, tasksRequestDirect } from "../instance/endpoints/tasks-request-direct.ts";
import { tasksStop } from "../instance/endpoints/tasks-stop.ts";
import type { Problem } from "../plan/problem.ts";
import type { DriftReport } from "./drift.ts";
import { readDrift } from "./drift.ts";
import type { Duration } from "./duration.ts";
import { milliseconds } from "./duration.ts";
import type { Experiment } from "./experiment.ts";
import { experimentOf } from "./experiment.ts";
import type { RunEvent } from "./run-event.ts";
import type { RunState } from "./run-state.ts";
import { initialRunState, reduceRun } from "./run-state.ts";
import { watchRun } from "./watch-run.ts";

/** How long to wait, and who wants to know meanwhile. */
export interface WaitOptions {
  /** Total time; without it the wait has no end of its own. */
  readonly timeout?: Duration;
  /** Longest time without any news. */
  readonly stall?: Duration;
  /** Ends the wait, never the training. */
  readonly signal?: AbortSignal;
  /** Called with each event and the state after it. */
  readonly onEvent?: (event: RunEvent, state: RunState) => void;
}

/**
 * A training under way. It can be lost and found: {@link attach} makes the same handle from `ref` in any process.
 *
 * @example
 * ```ts
 * import { attach, connect } from "@trainyard/core";
 * const instance = connect({ address: "https://app.supervisely.com", token: "…" });
 * const run = attach(instance, "https://app.supervisely.com/apps/sessions/123");
 * const experiment = await run.finished({ timeout: "6h", stall: "20m" });
 * console.log(experiment.bestCheckpoint);
 * ```
 */
export class TrainRun {
  readonly #instance: Instance;
  readonly taskId: number;
  /** True when the task was there already and only found by its key. */
  readonly adopted: boolean;
  /** What the plan warned of. */
  readonly warnings: readonly Problem[];

  constructor(
    instance: Instance,
    taskId: number,
    about: { adopted?: boolean; warnings?: readonly Problem[] } = {},
  ) {
    this.#instance = instance;
    this.taskId = taskId;
    this.adopted = about.adopted ?? false;
    this.warnings = about.warnings ?? [];
  }

  /** The page of the task. */
  get url(): string {
    return `${this.#instance.address}/apps/sessions/${this.taskId}`;
  }

  /** A plain text to keep; it holds no token. */
  get ref(): string {
    return this.url;
  }

  /** What happens, in order, until the run is over. */
  events(options: { signal?: AbortSignal } = {}): AsyncGenerator<RunEvent, void, undefined> {
    return watchRun(this.#instance, this.taskId, options);
  }

  /** Where the run stands now. */
  async status(options: { signal?: AbortSignal } = {}): Promise<RunState> {
    let state = initialRunState;
    const stop = new AbortController();
    const signal =
      options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal]);
    for await (const event of watchRun(this.#instance, this.taskId, { signal })) {
      state = reduceRun(state, event);
      if (event.type === "task") break;
    }
    return state;
  }

  /** Waits until the training app answers. */
  async ready(options: Pick<WaitOptions, "timeout" | "signal"> = {}): Promise<void> {
    const until = this.#deadline(options.timeout);
    const { runtime } = this.#instance;
    for (;;) {
      const signal = options.signal;
      const answer = await tasksRequestDirect(this.#instance, this.taskId, "is_running", {}, runningAnswer, {
        signal,
        timeout: 10_000,
      }).catch((error: unknown) => {
        if (isTrainyardError(error)) return { running: false };
        throw error;
      });
      if (answer.running) return;
      if (runtime.now() > until)
        throw new TrainyardError(
          "WAIT_TIMEOUT",
          `Task ${this.taskId} is not ready yet; it goes on starting.`,
          {
            facts: { taskId: this.taskId, ref: this.ref },
          },
        );
      await runtime.sleep(1000, signal);
    }
  }

  /**
   * Waits for the end and gives the experiment. Success is proven: a finished task with an experiment.
   *
   * @throws TASK_FAILED, TASK_STOPPED, TASK_IDLE, EXPERIMENT_MISSING, WAIT_TIMEOUT, WAIT_STALLED; the signal's reason.
   */
  async finished(options: WaitOptions = {}): Promise<Experiment> {
    const clock = new AbortController();
    const signal =
      options.signal === undefined ? clock.signal : AbortSignal.any([clock.signal, options.signal]);
    const alarm = (code: "WAIT_TIMEOUT" | "WAIT_STALLED", after: Duration | undefined) => {
      if (after === undefined) return undefined;
      const error = new TrainyardError(code, undefined, { facts: { taskId: this.taskId, ref: this.ref } });
      return setTimeout(() => clock.abort(error), milliseconds(after));
    };
    const total = alarm("WAIT_TIMEOUT", options.timeout);
    let stall = alarm("WAIT_STALLED", options.stall);
    let state = initialRunState;
    try {
      for await (const event of this.events({ signal })) {
        clearTimeout(stall);
        stall = alarm("WAIT_STALLED", options.stall);
        state = reduceRun(state, event);
        options.onEvent?.(event, state);
      }
    } finally {
      clearTimeout(total);
      clearTimeout(stall);
    }
    return this.#outcome(state);
  }

  /** The experiment of a run that has finished. */
  experiment(): Promise<Experiment> {
    return this.finished({ timeout: "60s" });
  }

  /**
   * What the training used otherwise than it was asked to, by the files of its experiment.
   *
   * @throws EXPERIMENT_NOT_FOUND while there is no experiment.
   */
  drift(options: { signal?: AbortSignal } = {}): Promise<DriftReport> {
    return readDrift(this.#instance, this.taskId, options);
  }

  /** The task's log from the start. */
  logs(options: { signal?: AbortSignal } = {}): Promise<readonly LogRecord[]> {
    return tasksLogDownload(this.#instance, this.taskId, undefined, options);
  }

  /** Stops the training and waits until it is stopped: the only call that does. */
  async stop(options: { signal?: AbortSignal } = {}): Promise<RunState> {
    await tasksStop(this.#instance, this.taskId, options);
    let state = initialRunState;
    for await (const event of this.events(options)) state = reduceRun(state, event);
    return state;
  }

  /** Ends the watching, never the training. */
  async [Symbol.asyncDispose](): Promise<void> {}

  /** What to keep of the handle. */
  toJSON(): { ref: string; taskId: number } {
    return { ref: this.ref, taskId: this.taskId };
  }

  #deadline(timeout: Duration | undefined): number {
    return timeout === undefined
      ? Number.POSITIVE_INFINITY
      : this.#instance.runtime.now() + milliseconds(timeout);
  }

  #outcome(state: RunState): Experiment {
    const facts = { taskId: this.taskId, ref: this.ref, reason: state.reason, lastLog: state.lastLog };
    if (state.phase === "finished" && state.experiment !== undefined) return experimentOf(state.experiment);
    if (state.phase === "stopped")
      throw new TrainyardError("TASK_STOPPED", `Task ${this.taskId} was stopped before it finished.`, {
        facts,
      });
    const reason = state.reason ?? state.lastLog.at(-1) ?? "it gave no reason.";
    if (state.phase === "idle")
      throw new TrainyardError("TASK_IDLE", `Task ${this.taskId} trains nothing: ${reason}`, { facts });
    if (state.status === "finished")
      throw new TrainyardError(
        "EXPERIMENT_MISSING",
        `Task ${this.taskId} finished without an experiment: ${reason}`,
        { facts },
      );
    throw new TrainyardError("TASK_FAILED", `Task ${this.taskId} failed: ${reason}`, { facts });
  }
}
