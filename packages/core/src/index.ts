/**
 * The immutable state core: what a user of chains meets, in the order it is met. Everything else stands under the stage
 * it belongs to: `/spec`, `/hyperparameters`, `/plan`, `/wire`, `/endpoints`, `/run`, `/errors`, `/node`.
 *
 * @module @trainyard/core
 */

// Connect to an instance.

export type { ConnectOptions, Instance } from "./instance/connect.ts";
export { connect } from "./instance/connect.ts";
export type { Runtime } from "./runtime/runtime.ts";

// Say what to train: a spec and its parts.

export { collections, datasets, random, tags } from "./spec/make-split.ts";
export type { ModelRef } from "./spec/model-ref.ts";
export { parseModel } from "./spec/parse-model.ts";
export type { Split } from "./spec/split.ts";
export type { TaskOptions } from "./spec/task-options.ts";
export type { AgentRef, ExportFormat, TrainSpec } from "./spec/train-spec.ts";

// Check and plan.

export type { CheckOptions } from "./plan/check-spec.ts";
export { checkSpec } from "./plan/check-spec.ts";
export type { PlanOptions } from "./plan/plan-train.ts";
export type { PlanDiff } from "./plan/show/plan-diff.ts";
export { Plan, preparePlan } from "./plan.ts";
export type { Problem } from "./spec/problem.ts";

// Start exactly once.

export type { ContinueParameters } from "./continue-parameters.ts";
export type { RunParameters } from "./run-parameters.ts";
export type { StartOptions } from "./start.ts";
export { startContinuation, startPlan, startTrain } from "./start.ts";
export type { TaskParameters } from "./task-parameters.ts";
export { TrainApi } from "./train-api.ts";

// Watch, attach and stop.

export { attach } from "./run/attach.ts";
export type { RunEvent } from "./run/state/run-event.ts";
export type { RunPhase, RunState } from "./run/state/run-state.ts";
export { TrainRun } from "./run/train-run.ts";
export type { Duration } from "./run/wait/duration.ts";
export type { EventOptions, WaitOptions } from "./run/wait/wait-options.ts";
export type { RunNews } from "./run/watch-all.ts";
export { watchAll } from "./run/watch-all.ts";

// What came of it, or went wrong.

export type { ErrorCode } from "./errors/codes.ts";
export { isTrainyardError, TrainyardError } from "./errors/trainyard-error.ts";
export type { DriftReport } from "./run/state/compare-run.ts";
export type { Experiment } from "./run/state/experiment.ts";
