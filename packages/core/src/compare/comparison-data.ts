import type { ComparedExperiment } from "./compared-experiment.ts";

/** A row of a comparison: a value for each experiment, in their order. */
export interface ComparisonRow {
  readonly name: string;
  readonly values: readonly unknown[];
}
/** A comparison as plain data. */
export interface ComparisonData {
  readonly experiments: readonly ComparedExperiment[];
  /** Settings that are not the same in all. */
  readonly differences: readonly ComparisonRow[];
  readonly metrics: readonly ComparisonRow[];
  /** Why they are not ranked; empty where they are. */
  readonly apart: readonly string[];
}
