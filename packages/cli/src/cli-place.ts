/** Where the command line runs; the defaults are the process's own. */
export interface CliPlace {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Prints results; default stdout. */
  readonly out?: (text: string) => void;
  /** Prints what went wrong, and what is on the way; default stderr. */
  readonly err?: (text: string) => void;
  /** Asks a person; undefined where nobody is there to answer. */
  readonly ask?: (question: string) => Promise<boolean>;
}
