import { delimiter, dirname, join } from "node:path";

/** Where one task of a Python app runs. */
export interface PythonPlace {
  readonly interpreter: string;
  /** The task's copy of the checkout. */
  readonly code: string;
  /** The instance's cache of projects, shared by its tasks. */
  readonly cache: string;
  /** The module's name. */
  readonly appName: string;
  /** The GPU it may use; undefined to leave all as they are. */
  readonly gpu: number | undefined;
  /** What its user adds. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * What a Python app needs beside the variables of every task.
 *
 * Source: platform fact, names that the SDK's TrainApp and its environment module read.
 */
export function pythonEnvironment(place: PythonPlace): Record<string, string> {
  const { interpreter, code, cache, appName, gpu, env } = place;
  const paths = [code, env.PYTHONPATH].filter((path) => path !== undefined);
  return {
    ENV: "production",
    APP_NAME: appName,
    APPS_CACHE_DIR: cache,
    MPLCONFIGDIR: join(cache, "matplotlib"),
    PYTHONUNBUFFERED: "1",
    ...(gpu === undefined ? {} : { CUDA_VISIBLE_DEVICES: String(gpu) }),
    ...env,
    PYTHONPATH: paths.join(delimiter),
    // Apps call tools of their environment by name, e.g. tensorboard.
    PATH: [dirname(interpreter), process.env.PATH ?? ""].join(delimiter),
  };
}
