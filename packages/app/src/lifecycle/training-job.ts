import type { Instance } from "@trainyard/core";
import type { ExperimentRecord } from "@trainyard/core/wire";
import type { Settings } from "../steps/settings.ts";
import type { AppLog } from "./app-log.ts";
import type { TrainAppDefinition } from "./define-train-app.ts";
import type { TrainContext } from "./train-context.ts";

/** A training that is to be gone through. */
export interface TrainingJob {
  readonly app: TrainAppDefinition;
  readonly settings: Settings;
  readonly instance: Instance;
  readonly taskId: number;
  /** The task's own folder. */
  readonly workDir: string;
  readonly log: AppLog;
  readonly signal: AbortSignal;
  /** Aborted when a person asks the training to end early. */
  readonly stopping: AbortSignal;
  readonly onMetrics: TrainContext["metrics"];
  /** Told of the experiment when everything is in Team Files. */
  readonly onExperiment: (record: ExperimentRecord) => void;
  /** Says what `/train_status` answers. */
  readonly onStatus: (text: string) => void;
  readonly now: () => Date;
}
