/**
 * What came of many trainings: experiments listed, and compared.
 *
 * @module @trainyard/core/compare
 */
export type { Comparable } from "./compare.ts";
export { compare } from "./compare.ts";
export type { ComparedExperiment } from "./compared-experiment.ts";
export { Comparison } from "./comparison.ts";
export type { ComparisonData, ComparisonRow } from "./comparison-data.ts";
export type { ExperimentFilter } from "./list-experiments.ts";
export { listExperiments } from "./list-experiments.ts";
