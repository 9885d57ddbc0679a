import type { ExportFormat } from "@trainyard/core";
import type { PlannedImages, PlannedTraining, ShapeUse } from "@trainyard/core/plan";
import type { Json } from "@trainyard/core/spec";

/** What the eight steps hold: the training as a chain plans it, and what only the page asks for. */
export interface PageForm extends PlannedTraining {
  /** Names of tags; empty where the app asks for none. */
  readonly tags: readonly string[];
  /** One of the app's devices; empty where it offers none. */
  readonly device: string;
}

/** What the app offers. Frozen from the first moment on. */
export interface PageApp {
  readonly framework: string;
  /** Each model's columns; `name` and `task` are always there. */
  readonly models: readonly Readonly<Record<string, Json>>[];
  readonly exports: readonly ExportFormat[];
  /** The default hyperparameters, as text. */
  readonly hyperparameters: string;
  readonly known: readonly PageHyperparameter[];
  readonly devices: readonly string[];
  readonly customModels: boolean;
  /** What its step for classes asks for. */
  readonly asks: { readonly classes: boolean; readonly tags: boolean };
}

/** A hyperparameter that the editor completes. */
export interface PageHyperparameter {
  readonly path: string;
  readonly about: string;
  readonly default: string;
}

/** The project, as far as the steps show it. */
export interface PageProject {
  readonly id: number;
  readonly name: string;
  readonly images: number;
  readonly classes: readonly PageClass[];
  readonly tags: readonly { readonly name: string; readonly images: number }[];
  readonly datasets: readonly PageSet[];
  readonly collections: readonly PageSet[];
}

/** A class of the project. */
export interface PageClass {
  readonly title: string;
  readonly shape: string;
  /** A CSS colour, `#rrggbb`. */
  readonly color: string;
  /** Annotated objects. */
  readonly objects: number;
  /** Images with one of them; null where the instance does not say. */
  readonly images: number | null;
}

/** A dataset or a collection. */
export interface PageSet {
  readonly id: number;
  readonly name: string;
  readonly images: number | null;
  readonly parentId: number | null;
}

/** An earlier training whose checkpoints can be gone on from. */
export interface PageExperiment {
  readonly taskId: number;
  readonly name: string;
  readonly model: string;
  readonly task: string;
  /** The project's name, or that it was deleted. */
  readonly project: string;
  /** Null where it was deleted. */
  readonly projectId: number | null;
  readonly date: string;
  readonly checkpoints: readonly string[];
  readonly best: string;
  /** Address of its evaluation report below the instance; empty when it has none. */
  readonly report: string;
}

/** A sentence at a step. */
export interface PageNote {
  readonly tone: "good" | "info" | "warn" | "bad";
  readonly text: string;
  /** Id of the control it is about; empty for the step as a whole. */
  readonly field: string;
  /** Line of the hyperparameters; 0 for none. */
  readonly line: number;
}

/** One of the eight steps. */
export interface PageStep {
  readonly title: string;
  readonly about: string;
  /** Off: this app does not ask for it. */
  readonly on: boolean;
  /** What stands at it; a bad one keeps it from being selected. */
  readonly notes: readonly PageNote[];
}

/** What becomes of a class in the chosen model's task. */
export interface PageClassUse {
  readonly title: string;
  readonly use: ShapeUse;
  readonly becomes: string;
}

/** A hyperparameter that differs from the app's own file. */
export interface PageChange {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** What follows from the form. */
export interface PageDerived {
  readonly steps: readonly PageStep[];
  readonly classUses: readonly PageClassUse[];
  readonly images: PlannedImages | null;
  readonly changes: readonly PageChange[];
  /** The page as a chain, and as a preset. */
  readonly chain: string;
  readonly preset: string;
}

/** The training as it will be done: the summary of the last step. */
export interface PagePlan {
  readonly rows: readonly PagePlanRow[];
  /** What stops the training, or would be doubtful, each with the step where it is mended. */
  readonly problems: readonly PagePlanProblem[];
  /** What could not be looked at, each as a sentence. */
  readonly notChecked: readonly string[];
  /** The state that the training is started with, as JSON. */
  readonly state: string;
}

/** A value of a plan and who said it; `origin` is empty where nobody could. */
export interface PagePlanRow {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

/** What is wrong with a plan. */
export interface PagePlanProblem {
  readonly tone: "bad" | "warn";
  readonly text: string;
  /** Number of the step where it is mended; null where it is of none. */
  readonly step: number | null;
}

/** A line of the log. */
export interface PageLogLine {
  readonly time: string;
  readonly level: string;
  readonly message: string;
}

/** A measured value over the training's course. */
export interface PageSeries {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** The training itself. */
export interface PageRun {
  readonly phase: "idle" | "running" | "stopping" | "finished" | "failed" | "stopped";
  /** What `/train_status` answers. */
  readonly status: string;
  readonly startedAt: string;
  readonly progress: readonly { readonly label: string; readonly current: number; readonly total: number }[];
  readonly series: readonly PageSeries[];
  readonly log: readonly PageLogLine[];
  /** Whether only the upload failed, so that it can be gone on with. */
  readonly canResume: boolean;
  readonly result: PageResult | null;
}

/** What a training left. */
export interface PageResult {
  readonly experiment: string;
  readonly taskId: number;
  readonly artifactsDir: string;
  readonly checkpoints: readonly string[];
  readonly best: string;
  /** Paths below the artifacts folder, by runtime. */
  readonly exports: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, number>>;
  readonly report: string;
  /** Ready-made code by title. */
  readonly code: Readonly<Record<string, string>>;
}

/** The whole page as one frozen value: every open page shows exactly this. */
export interface PageState {
  readonly version: number;
  readonly taskId: number;
  /** Address of the instance, without a slash at its end. */
  readonly instance: string;
  readonly app: PageApp;
  readonly project: PageProject;
  readonly experiments: readonly PageExperiment[];
  readonly form: PageForm;
  /** How many steps are selected; the step of this number is open. */
  readonly passed: number;
  readonly derived: PageDerived;
  readonly undo: boolean;
  readonly redo: boolean;
  readonly run: PageRun;
}

/** What a person can do on the page. */
export type PageAction =
  | { readonly type: "edit"; readonly form: Partial<PageForm> }
  | { readonly type: "select" }
  | { readonly type: "change"; readonly step: number }
  | { readonly type: "paste"; readonly text: string }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  | { readonly type: "start" }
  | { readonly type: "stop" }
  | { readonly type: "resume" };
