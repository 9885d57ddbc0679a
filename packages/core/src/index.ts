/**
 * The immutable state core: spec → plan → wire → instance → run.
 * Not exported: the endpoints (`@trainyard/core/endpoints`) and the platform's shapes (`@trainyard/core/wire`).
 *
 * @module @trainyard/core
 */
export type { CodeEntry, ErrorCode } from "./errors/codes.ts";
export { errorCodes } from "./errors/codes.ts";
export type { ErrorFacts } from "./errors/trainyard-error.ts";
export { isTrainyardError, TrainyardError } from "./errors/trainyard-error.ts";
export type { Caller, CallOptions } from "./instance/caller.ts";
export type { ConnectOptions, Instance } from "./instance/connect.ts";
export { connect } from "./instance/connect.ts";
export type { LogRecord } from "./instance/endpoints/tasks-log-download.ts";
export { checkSpec } from "./plan/check-spec.ts";
export type {
  Agent,
  ExperimentFacts,
  Named,
  Project,
  ProjectClass,
  ProjectMeta,
  Team,
  TrainModule,
} from "./plan/facts.ts";
export { tuneHyperparameters } from "./plan/hyperparameters-text.ts";
export type { Lookups } from "./plan/lookups.ts";
export type { Continuation } from "./plan/plan-continuation.ts";
export { planContinuation } from "./plan/plan-continuation.ts";
export { planTrain } from "./plan/plan-train.ts";
export type { Problem } from "./plan/problem.ts";
export type { PlannedContinuation, PlannedModel, PlannedTraining, TrainPlan } from "./plan/train-plan.ts";
export { attach } from "./run/attach.ts";
export type { Duration } from "./run/duration.ts";
export type { Experiment } from "./run/experiment.ts";
export { isOver } from "./run/is-over.ts";
export { reduceRun } from "./run/reduce-run.ts";
export type { RunEvent, WatchedEvent } from "./run/run-event.ts";
export type { Epoch, Evidence, RunPhase, RunState } from "./run/run-state.ts";
export { initialRunState } from "./run/run-state.ts";
export { TrainRun } from "./run/train-run.ts";
export type { EventOptions, WaitOptions } from "./run/wait-options.ts";
export type { RunNews } from "./run/watch-all.ts";
export { watchAll } from "./run/watch-all.ts";
export type { Runtime } from "./runtime/runtime.ts";
export { defaultRuntime } from "./runtime/runtime.ts";
export { editSpec } from "./spec/edit-spec.ts";
export type {
  FrameworkFacts,
  HyperparameterFacts,
  HyperparameterKind,
  HyperparameterRule,
  ModelFacts,
} from "./spec/framework-facts.ts";
export type { Layer, Said } from "./spec/layer.ts";
export { foldLayers, saidFor } from "./spec/layer.ts";
export { collections, datasets, random, tags } from "./spec/make-split.ts";
export type { SpecPatch } from "./spec/merge-specs.ts";
export { mergeSpecs, mergeValues } from "./spec/merge-specs.ts";
export type { CheckpointPath, ExperimentCheckpoint, ModelRef, PretrainedModel } from "./spec/model-ref.ts";
export { modelRefSchema } from "./spec/model-ref.ts";
export { formatModel, parseModel } from "./spec/parse-model.ts";
export type { CollectionsSplit, DatasetsSplit, RandomSplit, Split, TagsSplit } from "./spec/split.ts";
export { splitSchema } from "./spec/split.ts";
export type { TaskOptions } from "./spec/task-options.ts";
export { taskOptionsSchema } from "./spec/task-options.ts";
export type { AgentRef, ExportFormat, Json, TrainSpec } from "./spec/train-spec.ts";
export { emptySpec, specDefaults, trainSpecSchema } from "./spec/train-spec.ts";
export type { StartOptions } from "./start.ts";
export { startContinuation, startPlan, startTrain } from "./start.ts";
export type { ContinueParameters, RunParameters } from "./train-api.ts";
export { TrainApi } from "./train-api.ts";
export type { ExperimentRecord } from "./wire/experiment.ts";
