/**
 * What was asked for: the spec, its layers, and what is known of frameworks.
 *
 * @module @trainyard/core/spec
 */
export { showAs, showInNotebook } from "../show/show-as.ts";
export { canonicalJson } from "./canonical-json.ts";
export { suggest } from "./closest.ts";
export { contentHash } from "./content-hash.ts";
export { editSpec } from "./edit-spec.ts";
export type {
  AuthorsArguments,
  FrameworkFacts,
  HyperparameterFacts,
  HyperparameterKind,
  HyperparameterRule,
  ModelFacts,
} from "./framework-facts.ts";
export type { Layer, Said } from "./layer.ts";
export { foldLayers, saidFor } from "./layer.ts";
export type { SpecPatch } from "./merge-specs.ts";
export { mergeSpecs, mergeValues } from "./merge-specs.ts";
export type { CheckpointPath, ExperimentCheckpoint, PretrainedModel } from "./model-ref.ts";
export { modelRefSchema } from "./model-ref.ts";
export { formatModel } from "./parse-model.ts";
export { parseSpec } from "./parse-spec.ts";
export { settingsText, shownSpec, showValue } from "./show-value.ts";
export type { CollectionsSplit, DatasetsSplit, RandomSplit, SplitInput, TagsSplit } from "./split.ts";
export { splitSchema } from "./split.ts";
export { taskOptionsSchema } from "./task-options.ts";
export type { TeamRules } from "./team-rules.ts";
export { teamRulesSchema } from "./team-rules.ts";
export type { Json } from "./train-spec.ts";
export { emptySpec, specDefaults, trainSpecSchema } from "./train-spec.ts";
