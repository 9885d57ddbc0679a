import type { PythonLaunch } from "../python/python-launch.ts";

/** A training app that the embedded instance offers: a Node module or a Python app. */
export type LocalTrainApp = NodeTrainApp | PythonTrainApp;

/** A training app whose process runs a Node module. */
export interface NodeTrainApp extends LocalAppFacts {
  /** File URL of the module that a task's process runs. */
  readonly module: string;
}
/** A training app of the platform, in Python. */
export interface PythonTrainApp extends LocalAppFacts {
  readonly python: PythonLaunch;
}
/** What a training app says of itself. */
export interface LocalAppFacts {
  readonly slug: string;
  readonly name: string;
  readonly framework: string;
  readonly version: string;
  readonly description: string;
  readonly categories: readonly string[];
  /** Paths of its own files in its repository, by key. */
  readonly filePaths: Readonly<Record<string, string>>;
  /** Texts of those files, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether it rehearses a framework instead of training its models. */
  readonly rehearsal?: boolean;
  /** The platform's `config.json` of the app, where it has one. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What its process is told, beside the platform's variables. */
  readonly env: Readonly<Record<string, string>>;
}
