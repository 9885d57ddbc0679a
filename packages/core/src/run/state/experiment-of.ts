import { showAs } from "../../show/show-as.ts";
import type { ExperimentRecord } from "../../wire/experiment.ts";
import type { Drift } from "./compare-run.ts";
import type { Experiment } from "./experiment.ts";
import { experimentText } from "./experiment-text.ts";

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
  const experiment: Experiment = {
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
  showAs(experiment, experimentText);
  return experiment;
}
