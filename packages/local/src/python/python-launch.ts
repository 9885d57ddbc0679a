/** How a Python training app is started: what a registered checkout says, and whose interpreter runs it. */
export interface PythonLaunch {
  /** Folder of the checkout, with the app's `config.json` in it or below; each task gets a copy. */
  readonly dir: string;
  /** Path of the interpreter that has the app's packages. */
  readonly interpreter: string;
  /** The app's own command, as its `config.json` has it, in words. */
  readonly entrypoint: readonly string[];
  /** The port written in that command. */
  readonly port: number;
  /** Milliseconds that the app may take until it answers. */
  readonly startup: number;
}
