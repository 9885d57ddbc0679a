import * as v from "valibot";
import { isTrainyardError, TrainyardError } from "../errors/trainyard-error.ts";
import { parseAsPyYaml } from "../hyperparameters/read/parse-as-pyyaml.ts";
import { pyToJson } from "../hyperparameters/read/py-to-json.ts";
import { settingsLeaves } from "../hyperparameters/read/settings-leaves.ts";
import type { Instance } from "../instance/connect.ts";
import { fileStorageDownload } from "../instance/endpoints/file-storage-download.ts";
import type { TaskInfo } from "../instance/endpoints/tasks-info.ts";
import { tasksInfo } from "../instance/endpoints/tasks-info.ts";
import { experimentOf } from "../run/state/experiment-of.ts";
import type { Json } from "../spec/train-spec.ts";
import type { ExperimentRecord } from "../wire/experiment.ts";
import { experimentSchema } from "../wire/experiment.ts";
import type { ComparedExperiment } from "./compared-experiment.ts";

const done = v.looseObject({ experiment: v.looseObject({ data: experimentSchema }) });
const metaFile = v.looseObject({ classes: v.array(v.looseObject({ title: v.string() })) });
const splitFile = v.looseObject({ val: v.nullish(v.array(v.number())) });
const sizes = v.looseObject({ train_size: v.number(), val_size: v.number() });

/** The experiment that a task left, in the platform's form; undefined where there is none. */
export function recordOf(task: TaskInfo | null): ExperimentRecord | undefined {
  const output = v.safeParse(done, task?.meta?.output);
  return output.success ? output.output.experiment.data : undefined;
}

/**
 * Reads an experiment and, of its files, those that say what was trained on what.
 *
 * @throws EXPERIMENT_NOT_FOUND for a task that left none.
 */
export async function readExperiment(
  instance: Instance,
  taskId: number,
  options: { readonly signal?: AbortSignal } = {},
): Promise<ComparedExperiment> {
  const task = await tasksInfo(instance, taskId, options);
  const record = recordOf(task);
  if (record === undefined)
    throw new TrainyardError("EXPERIMENT_NOT_FOUND", `Task ${taskId} left no experiment to compare.`, {
      hint: "Compare trainings that have finished.",
      facts: { taskId },
    });
  const folder = record.artifacts_dir.replace(/\/$/, "");
  const read = async (name: string): Promise<string | undefined> => {
    if (typeof task?.teamId !== "number") return undefined;
    try {
      return new TextDecoder().decode(
        await fileStorageDownload(instance, task.teamId, `${folder}/${name}`, options),
      );
    } catch (error) {
      if (isTrainyardError(error, "NOT_FOUND")) return undefined;
      throw error;
    }
  };
  const [yaml, meta, split] = await Promise.all(
    ["hyperparameters.yaml", "model_meta.json", "train_val_split.json"].map(read),
  );
  const experiment = experimentOf(record);
  const counted = v.safeParse(sizes, record);
  return {
    taskId,
    name: experiment.name,
    framework: experiment.framework,
    model: experiment.model,
    taskType: experiment.taskType,
    projectId: experiment.projectId,
    classes:
      json(metaFile, meta)
        ?.classes.map(({ title }) => title)
        .sort() ?? null,
    validation: json(splitFile, split)?.val?.toSorted((a, b) => a - b) ?? null,
    images: counted.success ? { train: counted.output.train_size, val: counted.output.val_size } : null,
    hyperparameters: flat(yaml),
    metrics: experiment.metrics,
    bestCheckpoint: experiment.bestCheckpoint,
  };
}

function flat(yaml: string | undefined): Readonly<Record<string, Json>> {
  if (yaml === undefined) return {};
  try {
    const leaves = settingsLeaves(parseAsPyYaml(yaml));
    return Object.fromEntries(leaves.map(({ path, value }) => [path, pyToJson(value)]));
  } catch {
    return {};
  }
}

function json<T>(schema: v.GenericSchema<unknown, T>, text: string | undefined): T | undefined {
  try {
    return text === undefined ? undefined : v.parse(schema, JSON.parse(text));
  } catch {
    return undefined;
  }
}
