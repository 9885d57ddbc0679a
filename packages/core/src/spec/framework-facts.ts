import type { ExportFormat, Json } from "./train-spec.ts";

/** A model of a training app. */
export interface ModelFacts {
  readonly name: string;
  /** What it does, e.g. "object detection". */
  readonly task: string;
  /** Formats this model exports to, where it is fewer than the app's. */
  readonly exports?: readonly ExportFormat[];
}

/** A kind of value as PyYAML reads it. */
export type HyperparameterKind = "int" | "float" | "bool" | "str" | "list" | "map" | "null";

/** A hyperparameter that a training app knows. */
export interface HyperparameterFacts {
  /** Its place in the file, e.g. `optimizer.lr`. */
  readonly path: string;
  /** Kinds of value its makers declare; an int passes where a float is asked. */
  readonly kinds: readonly HyperparameterKind[];
  /** The value in the app's own file; left out when the file does not have it. */
  readonly default?: Json;
  readonly choices?: readonly (string | number | boolean)[];
  /** Smallest value that makes sense, where its makers state one. */
  readonly min?: number;
  readonly max?: number;
  /** What it does, in a phrase. */
  readonly about?: string;
}

/** A fact about several hyperparameters at once. */
export type HyperparameterRule =
  /** `keys` do nothing while `path` has this value. */
  | {
      readonly kind: "no-effect";
      readonly keys: readonly string[];
      readonly path: string;
      readonly is: Json;
      readonly why: string;
    }
  /** Whoever changes `path` must change `keys` too. */
  | {
      readonly kind: "together";
      readonly path: string;
      readonly keys: readonly string[];
      readonly why: string;
    }
  /** `path`, or each entry of its list, must not be above `bound`, another key. */
  | {
      readonly kind: "at-most";
      readonly path: string;
      readonly bound: string;
      readonly why: string;
      /** A warning where the trainer goes on all the same; an error where it is left out. */
      readonly severity?: "error" | "warning";
    };

/** What the makers of a framework's trainer take besides the app's file, and what becomes of what they do not know. */
export interface AuthorsArguments {
  /** Who they are and which release of theirs was read, e.g. `ultralytics 8.4.6`. */
  readonly of: string;
  /** What the trainer does with a name that it does not know: it ends, or goes on without it. */
  readonly unknown: "refused" | "ignored";
  /** Every argument of theirs, whatever the app's file has. */
  readonly arguments: readonly HyperparameterFacts[];
  /** Arguments that the app sets itself after it has read the hyperparameters. */
  readonly overwritten: readonly string[];
  /** Arguments of earlier releases that the trainer still takes, and drops. */
  readonly dropped: readonly string[];
}

/**
 * What is known of a framework's training app without asking an instance: enough to check a training offline.
 * `@trainyard/presets` has one for each framework; `plan()` reads the same from the app's own files.
 */
export interface FrameworkFacts {
  /** The name in `FRAMEWORK/MODEL`, exactly as the platform spells it. */
  readonly name: string;
  /** The training app's name. */
  readonly app: string;
  /** The app's release that the facts are of, e.g. `v1.0.40`. */
  readonly release?: string;
  /** The release of the platform's SDK that this release of the app is built on, e.g. `6.74.28`. */
  readonly sdk?: string;
  readonly models: readonly ModelFacts[];
  readonly hyperparameters: readonly HyperparameterFacts[];
  readonly rules?: readonly HyperparameterRule[];
  readonly authors?: AuthorsArguments;
  readonly exports: readonly ExportFormat[];
  /** The hyperparameter that says how long a training is, and its unit. */
  readonly length?: { readonly path: string; readonly unit: "epochs" | "iterations" };
  /**
   * The first release that selects a pretrained model of its own after it has loaded what it was started with. Such an
   * app is started without training, and told to train once it answers.
   */
  readonly selectsModelSince?: string;
  /** Whether the app starts by itself when asked to. */
  readonly autostart: boolean;
  /** The type of project it trains on, e.g. "images". */
  readonly projectType: "images" | "videos";
  /** Why TrainApi cannot drive this app, if it cannot, e.g. that it crashes on the export option. */
  readonly limits?: readonly string[];
}
