import type { LogRecord } from "../instance/endpoints/tasks-log-download.ts";
import type { ExperimentRecord } from "../wire/experiment.ts";

/** Something that became known about a run. */
export type RunEvent =
  | { readonly type: "task"; readonly status: string; readonly error?: string }
  | { readonly type: "app"; readonly text: string }
  | { readonly type: "log"; readonly record: LogRecord }
  | { readonly type: "experiment"; readonly record: ExperimentRecord };
