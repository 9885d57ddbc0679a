import * as v from "valibot";

/** The experiment a finished training leaves, in the platform's field names. */
export interface ExperimentRecord {
  readonly experiment_name: string;
  readonly framework_name: string;
  readonly model_name: string;
  readonly task_type: string;
  readonly project_id: number;
  readonly task_id: number;
  readonly model_files: Readonly<Record<string, string>>;
  readonly checkpoints: readonly string[];
  readonly best_checkpoint: string;
  readonly artifacts_dir: string;
  /** Paths by runtime. */
  readonly export?: Readonly<Record<string, unknown>> | null;
  /** Numbers by metric; null where one could not be computed. */
  readonly evaluation_metrics?: Readonly<Record<string, unknown>> | null;
  readonly [more: string]: unknown;
}

const required = {
  experiment_name: v.string(),
  framework_name: v.string(),
  model_name: v.string(),
  task_type: v.string(),
  project_id: v.number(),
  task_id: v.number(),
  model_files: v.record(v.string(), v.string()),
  checkpoints: v.array(v.string()),
  best_checkpoint: v.string(),
  artifacts_dir: v.string(),
  export: v.exactOptional(v.nullable(v.record(v.string(), v.unknown()))),
  evaluation_metrics: v.exactOptional(v.nullable(v.record(v.string(), v.unknown()))),
};

/** The schema of `experiment_info.json` and of a task's `meta.output.experiment.data`. */
export const experimentSchema: v.GenericSchema<unknown, ExperimentRecord> = v.looseObject(required);
