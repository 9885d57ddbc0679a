/** A training app that the embedded instance offers. */
export interface LocalTrainApp {
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
  /** File URL of the module that a task's process runs. */
  readonly module: string;
  /** What that module is told, beside the platform's variables. */
  readonly env: Readonly<Record<string, string>>;
}
