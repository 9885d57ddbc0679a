import { driftText } from "./drift-text.ts";
import type { Experiment } from "./experiment.ts";

/** An experiment in a few lines: what was trained, how well, and where its files are in Team Files. */
export function experimentText(experiment: Experiment): string {
  const { name, framework, model, taskType, projectId, taskId, checkpoints, exports, metrics } = experiment;
  const figures = Object.entries(metrics).map(
    ([metric, value]) => `${metric} ${Number(value.toPrecision(4))}`,
  );
  const lines = [
    `Experiment ${JSON.stringify(name)}: ${framework}/${model}, ${taskType}`,
    `task ${taskId}, project ${projectId}`,
    figures.length === 0 ? "" : `metrics: ${figures.join(", ")}`,
    `best checkpoint: ${experiment.bestCheckpoint} (of ${checkpoints.length})`,
    ...Object.entries(exports).map(([runtime, path]) => `${runtime}: ${path}`),
    ...experiment.drift.map((drift) => `otherwise than asked: ${driftText(drift)}`),
  ];
  return lines.filter((line) => line !== "").join("\n  ");
}
