import type { ExperimentRecord } from "../../wire/experiment.ts";
import type { Drift } from "./compare-run.ts";

/** What a finished training leaves: where its files are in Team Files, and how well it did. */
export interface Experiment {
  readonly name: string;
  readonly framework: string;
  readonly model: string;
  readonly taskType: string;
  readonly projectId: number;
  readonly taskId: number;
  /** Folder in Team Files. */
  readonly artifactsDir: string;
  /** Path in Team Files; start the next training from it with `.model(path)`. */
  readonly bestCheckpoint: string;
  readonly checkpoints: readonly string[];
  /** Paths of exported models by runtime name, e.g. `ONNXRuntime`. */
  readonly exports: Readonly<Record<string, string>>;
  /** Evaluation of the best checkpoint by metric, e.g. `mAP`; empty without a benchmark. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What is otherwise than it was asked for, e.g. an export that was not made; empty where a person pressed Start. */
  readonly drift: readonly Drift[];
  /** The record as the platform keeps it. */
  readonly record: ExperimentRecord;
}
