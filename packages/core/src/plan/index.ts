/**
 * What will be done: planning through a port, and the parts of a plan.
 *
 * @module @trainyard/core/plan
 */
export type { Decided } from "./check/check-policy.ts";
export { policyProblems } from "./check/check-policy.ts";
export { listedShapes, shapeOf, shapeUse } from "./decide/class-shapes.ts";
export { countSplit } from "./decide/count-split.ts";
export type { Continuation } from "./plan-continuation.ts";
export { planContinuation } from "./plan-continuation.ts";
export { planTrain } from "./plan-train.ts";
export { formatProblem } from "./problems/format-problem.ts";
export { shownProblems } from "./problems/shown-problems.ts";
export type { Judging } from "./problems/throw-problems.ts";
export { pythonRepr } from "./python/python-repr.ts";
export type { PythonReading } from "./python/retyped-by-python.ts";
export { retypedByPython } from "./python/retyped-by-python.ts";
export type { PlanRow } from "./show/plan-rows.ts";
export { planRows } from "./show/plan-rows.ts";
export type { ChosenAgent } from "./terms/chosen-agent.ts";
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
} from "./terms/facts.ts";
export type { Lookups } from "./terms/lookups.ts";
export type { ShapeUse } from "./terms/shape-use.ts";
export type {
  HyperparameterChange,
  PlanDetails,
  PlannedClass,
  PlannedContinuation,
  PlannedImages,
  PlannedModel,
  PlannedTraining,
  TrainPlan,
  UnlikeEarlier,
  ValueOrigin,
} from "./terms/train-plan.ts";
export type { ValueChange } from "./terms/value-change.ts";
export type { Earlier } from "./unlike-earlier.ts";
