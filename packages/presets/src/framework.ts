import type { ExportFormat } from "@trainyard/core";

/** A pretrained model of a framework. */
export interface FrameworkModel {
  readonly name: string;
  /** What it does, e.g. "object detection". */
  readonly task: string;
  /** Side of its input in pixels. */
  readonly size: number;
  /** Box mAP on COCO as its makers state it, in percent. */
  readonly mAP?: number;
  /** Millions of parameters. */
  readonly paramsM?: number;
  /** Billions of floating point operations per image. */
  readonly flopsB?: number;
  /** Address of the weights. */
  readonly checkpoint: string;
}

/** A hyperparameter as the training app's file has it. */
export interface Hyperparameter {
  readonly path: string;
  readonly default: string | number | boolean;
  /** The type its makers declare: int, float, bool, str, or an alternative. */
  readonly type: string;
  readonly choices?: readonly string[];
}

/** What is known of a framework's training app without asking an instance. */
export interface Framework {
  /** The name in `FRAMEWORK/MODEL`, exactly as the platform spells it. */
  readonly name: string;
  /** The training app's name. */
  readonly app: string;
  /** Where the app lives in the ecosystem. */
  readonly slug: string;
  /** The app's release that the data is of. */
  readonly release: string;
  readonly tasks: readonly string[];
  readonly models: readonly FrameworkModel[];
  readonly defaultModel: string;
  readonly hyperparameters: readonly Hyperparameter[];
  /** The default file's text. */
  readonly hyperparametersText: string;
  readonly exports: readonly ExportFormat[];
  /** Whether the app starts by itself when asked to. */
  readonly autostart: boolean;
  /** Keys of the values every framework has under its own name. */
  readonly keys: { readonly length: string; readonly batch: string; readonly seed?: string };
  /** What one unit of training length is called in its progress. */
  readonly progressLabel: "Epochs" | "Iterations";
  /** File name of the best checkpoint. */
  readonly bestCheckpoint: string;
}
