import type { Instance } from "@trainyard/core";
import { fileStorageDownload } from "@trainyard/core/endpoints";
import * as v from "valibot";
import type { Continuation } from "../state/read-state.ts";
import { experimentOf } from "./experiment-of.ts";

/** The page's state as an experiment left it. */
export interface ContinuedState {
  readonly experimentName: string;
  /** Undefined when the experiment kept none. */
  readonly state: Readonly<Record<string, unknown>> | undefined;
}

const stateFile = v.pipe(
  v.string(),
  v.maxLength(4 * 2 ** 20),
  v.parseJson(),
  v.record(v.string(), v.unknown()),
);

/**
 * Reads the settings of an experiment from its app_state.json; to train on, its best checkpoint takes the model's place.
 *
 * @throws Error when the task has no experiment, or its file is gone or no JSON object.
 * Source: platform fact, how the page is filled in from trainTaskId and trainMode.
 */
export async function continuedState(
  instance: Instance,
  teamId: number,
  { taskId, mode }: Continuation,
): Promise<ContinuedState> {
  const earlier = await experimentOf(instance, taskId);
  const experimentName = earlier.experiment_name;
  if (typeof earlier.app_state !== "string") return { experimentName, state: undefined };
  const path = `${earlier.artifacts_dir}/${earlier.app_state}`;
  const bytes = await fileStorageDownload(instance, teamId, path);
  const read = v.safeParse(stateFile, new TextDecoder().decode(bytes));
  if (!read.success) throw new Error(`${path} is not the state of a training.`);
  const model = { source: "Custom models", task_id: taskId, checkpoint: earlier.best_checkpoint };
  return { experimentName, state: mode === "continue" ? { ...read.output, model } : read.output };
}
