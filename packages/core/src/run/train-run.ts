import * as v from "valibot";
import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Instance } from "../instance/connect.ts";
import { tasksInfo } from "../instance/endpoints/tasks-info.ts";
import type { LogRecord } from "../instance/endpoints/tasks-log-download.ts";
import { tasksLogDownload } from "../instance/endpoints/tasks-log-download.ts";
import { showAs } from "../show/show-as.ts";
import type { Problem } from "../spec/problem.ts";
import { experimentSchema } from "../wire/experiment.ts";
import { hasBegun, TrainingBeginner } from "./begin/begin-training.ts";
import { readDrift } from "./drift.ts";
import type { MetricPoint } from "./log/metrics-of.ts";
import { metricsOf } from "./log/metrics-of.ts";
import { LogReader } from "./log/read-log.ts";
import { driftOf } from "./look/drift-of.ts";
import { Patience } from "./look/patience.ts";
import { RunWatch } from "./look/run-watch.ts";
import type { CheckedTarget } from "./notify/notify-target.ts";
import { checkTarget } from "./notify/notify-target.ts";
import { runNotice } from "./notify/run-notice.ts";
import { sendNotice } from "./notify/send-notice.ts";
import type { DriftReport } from "./state/compare-run.ts";
import type { Experiment } from "./state/experiment.ts";
import { experimentOf } from "./state/experiment-of.ts";
import { isEnded, isOver } from "./state/is-over.ts";
import { outcomeOf, throwIfOther } from "./state/outcome.ts";
import type { WatchedEvent } from "./state/run-event.ts";
import type { RunState } from "./state/run-state.ts";
import { stopRun } from "./stop-run.ts";
import { WaitClock } from "./wait/wait-clock.ts";
import type { EventOptions, WaitOptions } from "./wait/wait-options.ts";
import type { WatchOptions } from "./watch-run.ts";
import { watchRun } from "./watch-run.ts";

const output = v.looseObject({ experiment: v.looseObject({ data: experimentSchema }) });

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
  readonly #closed = new AbortController();
  readonly taskId: number;
  /** True when the task was there already and only found by its key. */
  readonly adopted: boolean;
  /** What the plan and the start warned of; its events begin with them. */
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
    showAs(this, () => this.toString());
  }

  /** The instance it runs on. */
  get instance(): Instance {
    return this.#instance;
  }

  /** The page of the task. */
  get url(): string {
    return `${this.#instance.address}/apps/sessions/${this.taskId}`;
  }

  /** A plain text to keep; it holds no token. */
  get ref(): string {
    return this.url;
  }

  /**
   * What happens, in order, until the run is over. Each event has a `cursor`: a later watching goes on from there.
   * A run that was started here begins with its {@link warnings}, one event each.
   *
   * @throws UNAUTHORIZED, FORBIDDEN, NOT_FOUND with the ref; INPUT_INVALID for a cursor of another run; the signal's reason.
   * @example
   * ```ts
   * import type { TrainRun } from "@trainyard/core";
   * async function follow(run: TrainRun, since?: string) {
   *   for await (const event of run.events(since === undefined ? {} : { since })) console.log(event.type, event.cursor);
   * }
   * ```
   */
  async *events(options: EventOptions = {}): AsyncGenerator<WatchedEvent, void, undefined> {
    const signal = this.#until(options.signal);
    const { warnings } = this;
    const watched = watchRun(this.#instance, this.taskId, { ...options, signal, warnings });
    for await (const { event } of watched) yield event;
  }

  /**
   * Where the run stands now: one look at the task, its log and its app, made again while the instance fails to answer.
   *
   * @throws what the last of four looks failed with; the signal's reason.
   */
  async status(options: { signal?: AbortSignal } = {}): Promise<RunState> {
    const signal = this.#until(options.signal);
    const watch = new RunWatch(this.#instance, this.taskId, { warnings: this.warnings });
    const patience = new Patience(this.#instance, this.taskId);
    for (let left = 3; ; left--) {
      const look = await watch.look(signal);
      if (look.isSeen) return watch.state;
      const pause = patience.after(look, watch);
      if (left === 0) throw look.trouble;
      await this.#instance.runtime.sleep(pause, signal);
    }
  }

  /**
   * Waits until the training app answers, and gives the state then.
   *
   * @throws WAIT_TIMEOUT; what {@link finished} throws, when the run is over before its app ever answered.
   */
  async ready(options: Pick<WaitOptions, "timeout" | "signal" | "onTrouble"> = {}): Promise<RunState> {
    const state = await this.#wait(options, {
      until: (now, isWhole) => now.isUp || (isWhole && isOver(now)),
    });
    if (!state.isUp) outcomeOf(state, this);
    return state;
  }

  /**
   * Presses Start training, once the app answers: for trainings that wait for a person (`autostart(false)`, finetune,
   * rerun, apps that do not start by themselves). What is trained is what the task was started with; what somebody
   * changed on its page meanwhile is overwritten. A training that has begun is left as it is.
   *
   * @returns the state when the training has begun.
   * @throws INPUT_INVALID when the settings of an earlier experiment cannot be read; what the app refuses with;
   *   WAIT_TIMEOUT; what {@link finished} throws, when the run is over before.
   * @example
   * ```ts
   * import { attach, type Instance } from "@trainyard/core";
   * const go = async (instance: Instance, taskId: number) => {
   *   const run = attach(instance, taskId);
   *   await run.startTraining({ timeout: "30m" });
   *   return run.finished();
   * };
   * ```
   * Source: platform fact, `/train_from_api` of the app.
   */
  async startTraining(options: Omit<WaitOptions, "stall"> = {}): Promise<RunState> {
    return this.#begin(options, 0);
  }

  /** @internal What a start does for an app that is told to train; `patience` in milliseconds, see TrainingBeginner. */
  async beginAfter(patience: number, signal: AbortSignal | undefined): Promise<void> {
    await this.#begin(signal === undefined ? {} : { signal }, patience);
  }

  async #begin(options: WaitOptions, patience: number): Promise<RunState> {
    const beginner = new TrainingBeginner(this.#instance, this.taskId, patience);
    const state = await this.#wait(options, { until: (now, isWhole) => isWhole && hasBegun(now), beginner });
    if (isOver(state) && state.phase !== "finished") outcomeOf(state, this);
    return state;
  }

  /**
   * Waits for the end and gives the experiment. Success is proven: a finished task with an experiment.
   * A check that fails is made again, through hours of outage; only the task's own end, or yours, ends the wait.
   *
   * @throws TRAINED_OTHERWISE, with the experiment in its facts, when another model was trained than was asked for;
   *   TASK_FAILED, TASK_STOPPED, TASK_IDLE, EXPERIMENT_MISSING, AGENT_LOST, TASK_STATUS_UNKNOWN: what became of it;
   *   WAIT_TIMEOUT, WAIT_STALLED, UNAUTHORIZED, FORBIDDEN, NOT_FOUND: the wait ended, the training is not touched;
   *   the signal's reason.
   * @example
   * ```ts
   * import { isTrainyardError, type TrainRun } from "@trainyard/core";
   * async function wait(run: TrainRun) {
   *   try {
   *     return await run.finished({ timeout: "6h", stall: "20m" });
   *   } catch (error) {
   *     if (isTrainyardError(error, "TASK_FAILED")) console.error(error.facts.reason, error.facts.lastLog);
   *     throw error;
   *   }
   * }
   * ```
   * Source: platform facts: a task may say finished and have trained nothing, or stay started when its training failed.
   */
  async finished(options: WaitOptions = {}): Promise<Experiment> {
    const target = options.notify === undefined ? undefined : checkTarget(options.notify);
    const state = await this.#wait(options, {});
    if (target !== undefined) await this.#notify(state, target, options);
    return outcomeOf(state, this);
  }

  /**
   * The experiment of a run that has finished.
   *
   * @throws what {@link finished} throws; WAIT_TIMEOUT when it is not over within a minute.
   */
  async experiment(options: { signal?: AbortSignal } = {}): Promise<Experiment> {
    const info = await tasksInfo(this.#instance, this.taskId, options);
    const left = v.safeParse(output, info?.meta?.output);
    const record = left.success ? left.output.experiment.data : undefined;
    if (info?.status === "finished" && record !== undefined) {
      const drift = await driftOf(this.#instance, info, record, options.signal);
      throwIfOther(drift, record, this);
      return experimentOf(record, drift);
    }
    return this.finished({ ...options, timeout: "60s" });
  }

  /**
   * What the training used otherwise than it was asked to, by the files of its experiment.
   *
   * @throws EXPERIMENT_NOT_FOUND while there is no experiment.
   */
  drift(options: { signal?: AbortSignal } = {}): Promise<DriftReport> {
    return readDrift(this.#instance, this.taskId, options);
  }

  /** The task's whole log, in as many pages as it takes. */
  async logs(options: { signal?: AbortSignal } = {}): Promise<readonly LogRecord[]> {
    const signal = this.#until(options.signal);
    const reader = new LogReader((since, limit) =>
      tasksLogDownload(this.#instance, this.taskId, { since, limit }, { signal }),
    );
    const records: LogRecord[] = [];
    for await (const news of reader.read(true)) if ("record" in news) records.push(news.record);
    return records;
  }

  /**
   * What the training measured so far, epoch by epoch, as its app's log tells it: losses and metrics as numbers.
   *
   * @example
   * ```ts
   * import type { TrainRun } from "@trainyard/core";
   * async function lastLoss(run: TrainRun) {
   *   return (await run.metrics()).filter(({ name }) => name === "loss").at(-1)?.value;
   * }
   * ```
   */
  async metrics(options: { signal?: AbortSignal } = {}): Promise<readonly MetricPoint[]> {
    return metricsOf(await this.logs(options));
  }

  /**
   * Stops the training and waits until its task has ended: the only call that does. The state says how: stopped, or
   * finished or failed when it ended first.
   *
   * @param options.timeout default "5m".
   * @throws STOP_REFUSED, UNAUTHORIZED, NOT_FOUND, WAIT_TIMEOUT; the signal's reason.
   */
  async stop(options: Pick<WaitOptions, "timeout" | "signal" | "onTrouble"> = {}): Promise<RunState> {
    return this.#wait(
      { timeout: "5m", ...options },
      { until: ({ status }, isWhole) => isWhole && isEnded(status) },
      (signal) => stopRun(this.#instance, this, signal),
    );
  }

  /** Ends every watching of this handle, never the training. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort(
      new TrainyardError(
        "WAIT_DETACHED",
        `Task ${this.taskId} is no longer watched by this handle; it goes on.`,
        {
          facts: { taskId: this.taskId, ref: this.ref },
        },
      ),
    );
  }

  /** The run in a line, with the address of its page. */
  toString(): string {
    const found = this.adopted ? ", found by its key" : "";
    const warned = this.warnings.length === 0 ? "" : `, ${this.warnings.length} warnings`;
    return `Training run of task ${this.taskId}${found}${warned}: ${this.url}`;
  }

  /** What to keep of the handle. */
  toJSON(): { ref: string; taskId: number } {
    return { ref: this.ref, taskId: this.taskId };
  }

  /** What cannot be told changes nothing of what happened. */
  async #notify(state: RunState, target: CheckedTarget, options: WaitOptions): Promise<void> {
    const { runtime } = this.#instance;
    const signal = this.#until(options.signal);
    try {
      await sendNotice(runNotice(state, this, runtime.now()), target, runtime, signal);
    } catch (error) {
      options.onTrouble?.(error);
    }
  }

  #until(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? this.#closed.signal : AbortSignal.any([this.#closed.signal, signal]);
  }

  async #wait(
    options: WaitOptions,
    how: Pick<WatchOptions, "until" | "beginner">,
    first?: (signal: AbortSignal) => Promise<void>,
  ): Promise<RunState> {
    const { runtime } = this.#instance;
    const clock = new WaitClock(runtime, this, options, this.#closed.signal);
    const { signal, onLook } = clock;
    const { onTrouble } = options;
    const { warnings } = this;
    let state = new RunWatch(this.#instance, this.taskId).state;
    try {
      signal.throwIfAborted();
      await first?.(signal);
      const watched = watchRun(this.#instance, this.taskId, { ...how, signal, warnings, onLook, onTrouble });
      for await (const told of watched) {
        state = told.state;
        options.onEvent?.(told.event, told.state);
      }
      return state;
    } finally {
      clock.stop();
    }
  }
}
