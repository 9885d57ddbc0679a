import type { Split } from "../spec/split.ts";
import type { TaskOptions } from "../spec/task-options.ts";
import type { ExportFormat } from "../spec/train-spec.ts";
import type { Problem } from "./problem.ts";

/** The model of a plan: as the training app is told of it. */
export type PlannedModel =
  | { readonly from: "pretrained"; readonly framework: string; readonly name: string }
  | {
      readonly from: "experiment";
      readonly framework: string;
      readonly taskId: number;
      readonly checkpoint: string;
    };

/** The eight steps, decided: what the TrainApp page would show. */
export interface PlannedTraining {
  readonly model: PlannedModel;
  /** Class names in the project's order. */
  readonly classes: readonly string[];
  readonly split: Split;
  /** YAML text; null leaves the training app's own file in force. */
  readonly hyperparameters: string | null;
  readonly convertClassShapes: boolean;
  readonly benchmark: boolean;
  readonly speedtest: boolean;
  readonly cacheProject: boolean;
  readonly exports: readonly ExportFormat[];
  /** Null lets the training app name the experiment. */
  readonly experimentName: string | null;
  readonly autostart: boolean;
}

/** A training that goes on from an earlier experiment, whose settings the app itself takes over. */
export interface PlannedContinuation {
  readonly taskId: number;
  readonly mode: "continue" | "new";
}

/**
 * What will be done: frozen data with nothing left open. A dry run stops here.
 *
 */
export interface TrainPlan {
  readonly project: { readonly id: number; readonly name: string; readonly workspaceId: number };
  readonly agent: { readonly id: number; readonly name?: string; readonly reason: string };
  readonly app: { readonly moduleId: number; readonly name: string; readonly framework: string };
  /** What is trained, or the experiment that is continued. */
  readonly training: PlannedTraining | PlannedContinuation;
  readonly task: TaskOptions;
  readonly warnings: readonly Problem[];
}
