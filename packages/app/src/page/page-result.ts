import type { ExperimentRecord } from "@trainyard/core/wire";
import type { PageResult } from "./page-state.ts";
import { reportPath } from "./report-path.ts";
import { readyCode } from "./text/ready-code.ts";

/** What the page shows of an experiment. */
export function pageResult(record: ExperimentRecord, address: string): PageResult {
  return {
    experiment: record.experiment_name,
    taskId: record.task_id,
    artifactsDir: record.artifacts_dir,
    checkpoints: record.checkpoints,
    best: record.best_checkpoint,
    exports: texts(record.export ?? {}),
    metrics: Object.fromEntries(
      Object.entries(record.evaluation_metrics ?? {}).filter(
        (entry): entry is [string, number] => typeof entry[1] === "number",
      ),
    ),
    report: reportPath(record.evaluation_report_link),
    code: readyCode(record, address),
  };
}

function texts(from: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(from).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
