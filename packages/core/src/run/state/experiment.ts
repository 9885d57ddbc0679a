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

/** Reads the platform's record. */
export function experimentOf(record: ExperimentRecord, drift: readonly Drift[] = []): Experiment {
  const folder = record.artifacts_dir.replace(/\/$/, "");
  const at = (path: string) => `${folder}/${path}`;
  const exported = Object.entries(record.export ?? {}).flatMap(([runtime, path]) =>
    typeof path === "string" ? [[runtime, at(path)]] : [],
  );
  const metrics = Object.entries(record.evaluation_metrics ?? {}).filter(
    (pair): pair is [string, number] => typeof pair[1] === "number",
  );
  return {
    name: record.experiment_name,
    framework: record.framework_name,
    model: record.model_name,
    taskType: record.task_type,
    projectId: record.project_id,
    taskId: record.task_id,
    artifactsDir: folder,
    bestCheckpoint: at(`checkpoints/${record.best_checkpoint}`),
    checkpoints: record.checkpoints.map(at),
    exports: Object.fromEntries(exported),
    metrics: Object.fromEntries(metrics),
    drift,
    record,
  };
}
