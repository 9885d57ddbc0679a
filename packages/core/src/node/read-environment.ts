import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { TrainyardError } from "../errors/trainyard-error.ts";
import { parseEnvFile } from "./parse-env-file.ts";

/** Where the environment is read from. */
export interface EnvironmentOptions {
  /** Default `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folder of `local.env`; default the current folder. */
  readonly cwd?: string;
  /** Folder of `supervisely.env`; default the home folder. */
  readonly home?: string;
}
/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with what `local.env` and then `~/supervisely.env` add: a variable that is set stays as it is.
 * In production (ENV=production) the files are not read.
 *
 * @throws ENV_INVALID when a file is there but cannot be read.
 * Source: specification, quick example (`is_development`, `load_dotenv`).
 */
export function readEnvironment(options: EnvironmentOptions): Environment {
  const { env = process.env, cwd = process.cwd(), home = homedir() } = options;
  if (env.ENV === "production") return env;
  return [join(cwd, "local.env"), join(home, "supervisely.env")].reduce<Environment>((known, path) => {
    const values = parseEnvFile(readText(path), known);
    const set = Object.entries(known).filter(([, value]) => value !== undefined);
    return { ...values, ...Object.fromEntries(set) };
  }, env);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code =
      typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown";
    if (code === "ENOENT" || code === "ENOTDIR") return "";
    const why = code === "EISDIR" ? "it is a folder" : `it cannot be read (${code})`;
    throw new TrainyardError("ENV_INVALID", `${path}: ${why}.`, {
      hint: "Make it a file that you may read, or remove it.",
      facts: { path },
    });
  }
}
