import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "node:path/posix";
import type { PythonTrainApp } from "../agent/local-train-app.ts";
import type { AppConfig } from "./app-config.ts";
import { findAppConfig, readAppConfig } from "./app-config.ts";
import { checkInterpreter } from "./check-interpreter.ts";

/** A Python training app on this machine. */
export interface PythonAppOptions {
  /** A checkout of the app's repository, or the folder in it that holds the app's `config.json`. */
  readonly dir: string;
  /** The interpreter that has the app's packages. Default: the checkout's `.venv`, else `python3`. */
  readonly python?: string;
  /** Variables for the app's process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Seconds that it may take from its start until it answers; default 300. */
  readonly startup?: number;
}

/**
 * One of the platform's training apps, unmodified, as an app of the embedded instance. What it says of itself is read from
 * its files each time, so that a changed file is taken by the next task.
 *
 * @throws Error naming what is missing: the checkout, its `config.json`, its entrypoint, the interpreter or a module.
 * @example
 * ```ts
 * import { pythonApp, startLocalInstance } from "@trainyard/local";
 * const yolo = pythonApp({ dir: "./yolo", python: "./yolo/.venv/bin/python" });
 * const local = await startLocalInstance({ dir: "./instance", apps: [yolo] });
 * ```
 */
export function pythonApp(options: PythonAppOptions): PythonTrainApp {
  const { root, app } = findAppConfig(resolve(options.dir));
  const interpreter = findInterpreter(root, options.python);
  const read = () => readAppConfig(root, app);
  checkInterpreter(interpreter, root, read());
  const startup = 1000 * (options.startup ?? 300);
  const slug = [repositoryOf(root), app].filter((part) => part !== "").join("/");
  return {
    slug,
    env: options.env ?? {},
    get name() {
      return read().name;
    },
    get framework() {
      return read().framework;
    },
    get version() {
      return read().version;
    },
    get description() {
      return read().description;
    },
    get categories() {
      return read().categories;
    },
    get filePaths() {
      return read().files;
    },
    get files() {
      return textsOf(root, read());
    },
    get config() {
      return read().whole;
    },
    get python() {
      const { entrypoint, port } = read();
      return { dir: root, interpreter, entrypoint, port, startup };
    },
  };
}

function textsOf(root: string, { files }: AppConfig): Readonly<Record<string, string>> {
  const paths = Object.values(files).filter((path) =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isFile(),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

function findInterpreter(root: string, named: string | undefined): string {
  if (named !== undefined) return named.includes("/") || named.includes("\\") ? resolve(named) : named;
  const own = ["bin/python", "Scripts/python.exe"].map((path) => join(root, ".venv", path));
  return own.find((path) => existsSync(path)) ?? "python3";
}

/** The repository's name as the platform has it, where the checkout knows where it came from. */
function repositoryOf(root: string): string {
  const config = join(root, ".git", "config");
  const text = statSync(config, { throwIfNoEntry: false })?.isFile() ? readFileSync(config, "utf8") : "";
  const url = /url\s*=\s*\S*?[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\s*$/m.exec(text)?.[1];
  return url ?? `local/${parse(root.replaceAll("\\", "/")).base}`;
}
