import * as v from "valibot";
import { isTrainyardError, TrainyardError } from "../errors/trainyard-error.ts";
import type { ExperimentFacts } from "../plan/terms/facts.ts";
import type { Caller } from "./caller.ts";
import { fileStorageDownload } from "./endpoints/file-storage-download.ts";
import { tasksInfo } from "./endpoints/tasks-info.ts";

const present = v.unknown();
/** Fields without which a training app cannot go on from an experiment. Source: platform fact, ExperimentInfo. */
const record = v.object({
  experiment_name: present,
  framework_name: v.string(),
  model_name: v.string(),
  task_type: present,
  project_id: v.number(),
  task_id: v.number(),
  model_files: present,
  model_meta: present,
  checkpoints: present,
  best_checkpoint: present,
  hyperparameters: present,
  artifacts_dir: v.string(),
});

/**
 * The experiment whose artifacts are in a folder of Team Files, by its experiment_info.json.
 *
 * @throws EXPERIMENT_NOT_FOUND
 */
export async function experimentAt(
  instance: Caller,
  teamId: number,
  artifactsDir: string,
): Promise<ExperimentFacts> {
  const path = `${artifactsDir}/experiment_info.json`;
  const fail = (what: string) =>
    new TrainyardError("EXPERIMENT_NOT_FOUND", `${path} ${what}, so the checkpoint's task is unknown.`, {
      hint: "Take a checkpoint of an experiment whose folder is whole.",
      facts: { path },
    });
  const bytes = await fileStorageDownload(instance, teamId, path).catch((error: unknown) => {
    throw isTrainyardError(error, "NOT_FOUND") ? fail("is missing") : error;
  });
  return factsOf(parseJson(new TextDecoder().decode(bytes)), fail);
}

/**
 * The experiment that a task left in its output.
 *
 * @throws EXPERIMENT_NOT_FOUND
 */
export async function experimentOfTask(instance: Caller, taskId: number): Promise<ExperimentFacts> {
  const fail = (why: string) => new TrainyardError("EXPERIMENT_NOT_FOUND", why, { facts: { taskId } });
  const task = await tasksInfo(instance, taskId).catch((error: unknown) => {
    if (isTrainyardError(error, "NOT_FOUND")) return null;
    throw error;
  });
  if (task === null) throw fail(`There is no task ${taskId}, or this token cannot see it.`);
  const shape = v.object({ experiment: v.object({ data: v.record(v.string(), v.unknown()) }) });
  const output = v.safeParse(shape, task.meta?.output);
  if (!output.success) throw fail(`Task ${taskId} (${task.status}) has no experiment.`);
  return factsOf(output.output.experiment.data, (what) => fail(`The experiment of task ${taskId} ${what}.`));
}

function factsOf(data: unknown, fail: (what: string) => TrainyardError): ExperimentFacts {
  const result = v.safeParse(record, data);
  if (!result.success) {
    const fields = result.issues.map((issue) => v.getDotPath(issue)).filter((field) => field !== null);
    throw fail(fields.length === 0 ? "is no JSON object" : `lacks a usable ${fields.join(", ")}`);
  }
  const { task_id, project_id, framework_name, model_name, artifacts_dir, task_type, checkpoints } =
    result.output;
  const names = v.safeParse(v.array(v.string()), checkpoints);
  return {
    taskId: task_id,
    projectId: project_id,
    framework: framework_name,
    modelName: model_name,
    artifactsDir: artifacts_dir,
    ...(typeof task_type === "string" ? { taskType: task_type } : {}),
    ...(names.success
      ? { checkpoints: names.output.map((path) => path.slice(path.lastIndexOf("/") + 1)) }
      : {}),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
