import type { TrainRun } from "@trainyard/core";

/** How a start ended for its caller. */
export type Outcome = "started" | "adopted" | "ambiguous" | "aborted" | "refused";

/** What became of one case. */
export interface CaseReport {
  readonly number: number;
  /** The fault that its first start request met. */
  readonly fault: string;
  readonly outcome: Outcome;
  /** Tasks that the instance created for it. */
  readonly created: number;
  readonly duplicatesStopped: number;
  /** True when the outcome left something open and a second start with the key was made, on a sound network. */
  readonly settledByKey: boolean;
  /** Tasks of it that run beside the caller's in the end. */
  readonly duplicatesLeft: number;
  /** Tasks of it that the caller can neither name nor find by the key it was told. */
  readonly lost: number;
  /** Virtual milliseconds until the start ended. */
  readonly took: number;
  /** What is wrong; empty when all is well. */
  readonly wrong: readonly string[];
}

/** How `startPlan` ended. */
export type Ended = { readonly run: TrainRun } | { readonly error: unknown };
