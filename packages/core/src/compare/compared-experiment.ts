import type { Json } from "../spec/train-spec.ts";

/** An experiment with all that it takes to compare it. */
export interface ComparedExperiment {
  readonly taskId: number;
  readonly name: string;
  readonly framework: string;
  readonly model: string;
  readonly taskType: string;
  readonly projectId: number;
  /** Titles of the classes that were trained, sorted; null where the experiment's files do not say. */
  readonly classes: readonly string[] | null;
  /** Ids of the validation images, sorted; null where the experiment's files do not say. */
  readonly validation: readonly number[] | null;
  readonly images: { readonly train: number; readonly val: number } | null;
  /** Effective values by path, as PyYAML reads them; empty where the file is missing. */
  readonly hyperparameters: Readonly<Record<string, Json>>;
  /** Evaluation of the best checkpoint by metric. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Path in Team Files. */
  readonly bestCheckpoint: string;
}
