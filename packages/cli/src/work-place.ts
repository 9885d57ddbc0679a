import type { Instance } from "@trainyard/core";
import { connectFromEnv } from "@trainyard/core/node";
import type { CliPlace } from "./cli-place.ts";

/** What the commands work with. */
export interface WorkPlace {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  /** A variable of the environment. */
  env(name: string): string | undefined;
  /** Whether results are printed as JSON. */
  isJson(): boolean;
  /** The instance of the environment, or of an env file. */
  instance(): Instance;
  /** Prints a result: as JSON where that was asked for, else as text. */
  print(value: unknown, text?: string): void;
}

/** Fills in what the process has. */
export function workPlace(place: CliPlace, isJson: () => boolean): WorkPlace {
  const { cwd = process.cwd(), out = console.log, err = console.error, env, ask } = place;
  return {
    ...{ cwd, out, err, ask, isJson },
    env: (name) => (env ?? process.env)[name],
    instance: () => connectFromEnv({ cwd, ...(env === undefined ? {} : { env }) }),
    print: (value, text = String(value)) => out(isJson() ? JSON.stringify(value, null, 2) : text),
  };
}
