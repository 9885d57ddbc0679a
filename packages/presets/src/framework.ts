import type { ExportFormat } from "@trainyard/core";
import type { FrameworkFacts, HyperparameterFacts, ModelFacts } from "@trainyard/core/spec";

/** A pretrained model of a framework. What its makers do not state is left out. */
export interface FrameworkModel extends ModelFacts {
  /** Side of its input in pixels. */
  readonly size?: number;
  /** What it was trained on, e.g. COCO. */
  readonly dataset?: string;
  /** Box mAP as its makers state it, in percent. */
  readonly mAP?: number;
  /** Mask mAP, in percent. */
  readonly maskMAP?: number;
  /** Mean intersection over union, in percent. */
  readonly mIoU?: number;
  /** Top-1 accuracy, in percent. */
  readonly top1?: number;
  /** Millions of parameters. */
  readonly paramsM?: number;
  /** Billions of floating point operations per image. */
  readonly flopsB?: number;
  /** Milliseconds an image takes, as its makers measured. */
  readonly latencyMs?: number;
  /** Images per second, as its makers measured. */
  readonly fps?: number;
  /** Address of the weights, or their place in the app's image. */
  readonly checkpoint: string;
  /** The model's configuration file in the app. */
  readonly config?: string;
}

/** What the training app's own files say of it. */
export interface FrameworkApp {
  /** The name in `FRAMEWORK/MODEL`, exactly as the platform spells it. */
  readonly name: string;
  /** The training app's name. */
  readonly app: string;
  /** Where the app lives in the ecosystem. */
  readonly slug: string;
  /** The app's release that the data is of. */
  readonly release: string;
  /** The platform's SDK that the app pins; left out where it pins none. */
  readonly sdk?: string;
  readonly projectType: "images" | "videos";
  readonly tasks: readonly string[];
  readonly exports: readonly ExportFormat[];
  readonly defaultModel: string;
  /** Paths of the app's files in its repository. */
  readonly files: { readonly models: string; readonly hyperparams: string; readonly app_options: string };
}

/** What people know of hyperparameters beyond the app's file, by path. */
export type HyperparameterNotes = Readonly<
  Record<string, Partial<Omit<HyperparameterFacts, "path" | "default">>>
>;

/** What is known of a framework's training app without asking an instance. */
export interface Framework extends FrameworkFacts, FrameworkApp {
  readonly release: string;
  readonly models: readonly FrameworkModel[];
  readonly exports: readonly ExportFormat[];
  readonly projectType: "images" | "videos";
  /** The default file's values, without its comments. */
  readonly hyperparametersText: string;
  readonly length: { readonly path: string; readonly unit: "epochs" | "iterations" };
  /** Keys of the values every framework has under its own name. */
  readonly keys: {
    readonly batch: string;
    readonly seed?: string;
    readonly learningRate?: string;
  };
  /** File name of the best checkpoint. */
  readonly bestCheckpoint: string;
}
