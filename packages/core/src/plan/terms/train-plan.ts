import type { Said } from "../../spec/layer.ts";
import type { Problem } from "../../spec/problem.ts";
import type { Split } from "../../spec/split.ts";
import type { TaskOptions } from "../../spec/task-options.ts";
import type { ExportFormat, Json, TrainSpec } from "../../spec/train-spec.ts";
import type { ChosenAgent } from "./chosen-agent.ts";
import type { ShapeUse } from "./shape-use.ts";
import type { ValueChange } from "./value-change.ts";

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

/** A class of a plan, and what the app will make of it. */
export interface PlannedClass {
  readonly title: string;
  readonly shape: string;
  /** What becomes of it; left out where the model's task is not known. */
  readonly use?: ShapeUse | "dropped";
  /** The shape it is converted to. */
  readonly becomes?: string;
  /** Annotated objects, where the instance says. */
  readonly objects?: number;
}

/** How many images go where. */
export interface PlannedImages {
  readonly train: number;
  readonly val: number;
  /** Images on neither side. */
  readonly ignored: number;
  readonly total: number;
}

/** A hyperparameter that differs from the app's own file; a side without the key lacks it. */
export interface HyperparameterChange {
  readonly path: string;
  readonly default?: Json;
  readonly value?: Json;
}

/** A value of a plan and who said it. */
export interface ValueOrigin {
  readonly path: string;
  readonly value: unknown;
  /** `chain .tune()`, `acme/detect@2.1.0`, `default`. */
  readonly origin: string;
  /** What was said before and overruled, newest first. */
  readonly overruled: readonly Said[];
}

/** What a training does otherwise than the earlier one that it goes on from. */
export interface UnlikeEarlier {
  readonly taskId: number;
  readonly changes: readonly ValueChange[];
}

/** What was learnt while planning a training. */
export interface PlanDetails {
  /** What was asked for. */
  readonly spec: TrainSpec;
  readonly classes: readonly PlannedClass[];
  /** Null where the instance does not say enough to count. */
  readonly images: PlannedImages | null;
  /** The YAML text in force, the app's own file included; null where that could not be read. */
  readonly hyperparameters: string | null;
  /** How it differs from the app's own file; null where that could not be read. */
  readonly changes: readonly HyperparameterChange[] | null;
  readonly origins: readonly ValueOrigin[];
  /** The differences to the training that it goes on from, where it does. */
  readonly unlike?: UnlikeEarlier;
  /** What could not be looked at, each as a sentence. */
  readonly notChecked: readonly string[];
}

/**
 * What will be done: frozen data with nothing left open. A dry run stops here.
 *
 */
export interface TrainPlan {
  readonly project: { readonly id: number; readonly name: string; readonly workspaceId: number };
  readonly agent: ChosenAgent;
  readonly app: {
    readonly moduleId: number;
    readonly name: string;
    readonly framework: string;
    /** Its newest release, where the instance says so. */
    readonly version?: string;
    /** Why it is taken, where another app of the framework is there or a rehearsal was asked for. */
    readonly reason?: string;
    /** Told to train once it answers: what it is started with, it would not train. */
    readonly beginsBy?: "train_from_api";
  };
  /** What is trained, or the experiment that is continued. */
  readonly training: PlannedTraining | PlannedContinuation;
  readonly task: TaskOptions;
  readonly warnings: readonly Problem[];
  /** Left out for a continuation, whose settings the app takes over by itself. */
  readonly details?: PlanDetails;
}
