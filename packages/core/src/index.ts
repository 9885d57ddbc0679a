/**
 * The immutable state core: spec → plan → wire → instance → run.
 * Not exported: the endpoints (`@trainyard/core/endpoints`) and the platform's shapes (`@trainyard/core/wire`).
 *
 * @module @trainyard/core
 */

export type { PyEntry, PyList, PyMap, PyValue } from "@trainyard/pyyaml";
export type { ContinueParameters } from "./continue-parameters.ts";
export type { CodeEntry, ErrorCode } from "./errors/codes.ts";
export { errorCodes } from "./errors/codes.ts";
export type { ProblemCode } from "./errors/problem-codes.ts";
export { problemCodes } from "./errors/problem-codes.ts";
export type { ProblemEntry } from "./errors/problem-entry.ts";
export type { ErrorFacts } from "./errors/trainyard-error.ts";
export { isTrainyardError, TrainyardError } from "./errors/trainyard-error.ts";
export type { KnownHyperparameters } from "./hyperparameters/check/check-hyperparameters.ts";
export { hyperparameterProblems } from "./hyperparameters/check/check-hyperparameters.ts";
export { missingKeys, missingKeysProblems } from "./hyperparameters/check/missing-keys.ts";
export { yamlSurprises } from "./hyperparameters/check/yaml-surprises.ts";
export { factsFromText } from "./hyperparameters/facts/facts-from-text.ts";
export type { HyperparametersDiff } from "./hyperparameters/facts/hyperparameters-diff.ts";
export { hyperparametersDiff } from "./hyperparameters/facts/hyperparameters-diff.ts";
export { parseAsPyYaml } from "./hyperparameters/read/parse-as-pyyaml.ts";
export { pyToJson } from "./hyperparameters/read/py-to-json.ts";
export { writePyYaml } from "./hyperparameters/read/write-pyyaml.ts";
export type { TuneValues } from "./hyperparameters/tune/tune-hyperparameters.ts";
export { tuneHyperparameters } from "./hyperparameters/tune/tune-hyperparameters.ts";
export type { Caller, CallOptions } from "./instance/caller.ts";
export type { ConnectOptions, Instance } from "./instance/connect.ts";
export { connect } from "./instance/connect.ts";
export type { LogRecord } from "./instance/endpoints/tasks-log-download.ts";
export type { Decided } from "./plan/check/check-policy.ts";
export { policyProblems } from "./plan/check/check-policy.ts";
export type { CheckOptions } from "./plan/check-spec.ts";
export { checkSpec } from "./plan/check-spec.ts";
export type { Continuation } from "./plan/plan-continuation.ts";
export { planContinuation } from "./plan/plan-continuation.ts";
export type { PlanOptions } from "./plan/plan-train.ts";
export { planTrain } from "./plan/plan-train.ts";
export { formatProblem } from "./plan/problems/format-problem.ts";
export type { Judging } from "./plan/problems/throw-problems.ts";
export type { ValueChange } from "./plan/show/diff-values.ts";
export type { PlanDiff } from "./plan/show/plan-diff.ts";
export type { ChosenAgent } from "./plan/terms/chosen-agent.ts";
export type {
  Agent,
  ExperimentFacts,
  Named,
  Project,
  ProjectClass,
  ProjectMeta,
  ProjectStats,
  Team,
  TrainModule,
} from "./plan/terms/facts.ts";
export type { Lookups } from "./plan/terms/lookups.ts";
export type { ShapeUse } from "./plan/terms/shape-use.ts";
export type {
  HyperparameterChange,
  PlanDetails,
  PlannedClass,
  PlannedContinuation,
  PlannedImages,
  PlannedModel,
  PlannedTraining,
  TrainPlan,
  ValueOrigin,
} from "./plan/terms/train-plan.ts";
export { Plan, preparePlan } from "./plan.ts";
export { attach } from "./run/attach.ts";
export type { Drift, DriftReport } from "./run/drift.ts";
export type { Experiment } from "./run/state/experiment.ts";
export { isOver } from "./run/state/is-over.ts";
export { reduceRun } from "./run/state/reduce-run.ts";
export type { RunEvent, WatchedEvent } from "./run/state/run-event.ts";
export type { Epoch, Evidence, RunPhase, RunState } from "./run/state/run-state.ts";
export { initialRunState } from "./run/state/run-state.ts";
export { TrainRun } from "./run/train-run.ts";
export type { Duration } from "./run/wait/duration.ts";
export type { EventOptions, WaitOptions } from "./run/wait/wait-options.ts";
export type { RunNews } from "./run/watch-all.ts";
export { watchAll } from "./run/watch-all.ts";
export type { RunParameters } from "./run-parameters.ts";
export type { Runtime } from "./runtime/runtime.ts";
export { defaultRuntime } from "./runtime/runtime.ts";
export { canonicalJson } from "./spec/canonical-json.ts";
export { contentHash } from "./spec/content-hash.ts";
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
export type { Problem } from "./spec/problem.ts";
export type { CollectionsSplit, DatasetsSplit, RandomSplit, Split, TagsSplit } from "./spec/split.ts";
export { splitSchema } from "./spec/split.ts";
export type { TaskOptions } from "./spec/task-options.ts";
export { taskOptionsSchema } from "./spec/task-options.ts";
export type { TeamRules } from "./spec/team-rules.ts";
export { teamRulesSchema } from "./spec/team-rules.ts";
export type { AgentRef, ExportFormat, Json, TrainSpec } from "./spec/train-spec.ts";
export { emptySpec, specDefaults, trainSpecSchema } from "./spec/train-spec.ts";
export type { StartOptions } from "./start.ts";
export { startContinuation, startPlan, startTrain } from "./start.ts";
export type { TaskParameters } from "./task-parameters.ts";
export { TrainApi } from "./train-api.ts";
export type { ExperimentRecord } from "./wire/experiment.ts";
export type { StartBody, StartState } from "./wire/start-body.ts";
