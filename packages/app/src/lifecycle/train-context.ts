import type { AnnotationJson } from "@trainyard/core/endpoints";
import type { Settings } from "../steps/settings.ts";

/** An image of the train or val set, on disk. */
export interface TrainImage {
  readonly id: number;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Path of the image file. */
  readonly file: string;
  readonly annotation: AnnotationJson;
}

/** What an app's `train` is given. */
export interface TrainContext {
  readonly settings: Settings;
  readonly train: readonly TrainImage[];
  readonly val: readonly TrainImage[];
  /** The hyperparameters as PyYAML reads them; what JSON has no form for (dates, `.nan`) is text. */
  readonly hyperparameters: Readonly<Record<string, unknown>>;
  /** Folder for what is to be uploaded; checkpoints go into `checkpoints` below it. */
  readonly outputDir: string;
  /** Path of the checkpoint to start from, when the model is a custom one. */
  readonly checkpoint: string | undefined;
  /** Aborted when the task is stopped. */
  readonly signal: AbortSignal;
  /** Aborted when a person presses Stop: a trainer that ends early with what it has keeps its checkpoints. */
  readonly stopping: AbortSignal;
  /** Shows measured values of a step on the page, e.g. `metrics(3, { loss: 0.2, AP50: 0.61 })`. */
  metrics(step: number, values: Readonly<Record<string, number>>): void;
  /** Shows how far a step is, e.g. `progress("Epochs", 3, 100)`. */
  progress(subtask: string, current: number, total: number): Promise<void>;
  /** Writes a line into the task's log. */
  log(message: string, level?: "info" | "warn" | "error"): Promise<void>;
}

/** What an app's `train` gives. */
export interface TrainingResult {
  /** File names in `outputDir/checkpoints`. */
  readonly checkpoints: readonly string[];
  /** One of them. */
  readonly best: string;
  /** Evaluation of the best checkpoint; kept when the benchmark is on and the app has none of its own. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Further fields of the experiment, e.g. what a reader must know of the model. */
  readonly about?: Readonly<Record<string, unknown>>;
}
