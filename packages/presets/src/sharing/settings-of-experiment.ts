import type { Experiment, Instance, ModelRef, Split } from "@trainyard/core";
import { isTrainyardError, TrainyardError } from "@trainyard/core";
import { fileStorageDownload, projectsInfo } from "@trainyard/core/endpoints";
import { parseInput } from "@trainyard/core/errors";
import type { SpecPatch } from "@trainyard/core/spec";
import { guiSplitSchema, splitFromWire } from "@trainyard/core/wire";
import * as v from "valibot";

/** The settings of a training that has been. */
export type ExperimentSettings = SpecPatch & { readonly model: ModelRef };

const flag = v.optional(v.boolean());
const appState = v.looseObject({
  model: v.looseObject({
    source: v.optional(v.string()),
    model_name: v.optional(v.string()),
    task_id: v.optional(v.nullable(v.number())),
    checkpoint: v.optional(v.nullable(v.string())),
  }),
  classes: v.array(v.string()),
  train_val_split: v.optional(v.unknown()),
  options: v.optional(
    v.looseObject({
      convert_class_shapes: flag,
      cache_project: flag,
      model_benchmark: v.optional(v.looseObject({ enable: flag, speed_test: flag })),
      export: v.optional(v.looseObject({ ONNXRuntime: flag, TensorRT: flag })),
    }),
    {},
  ),
});

/**
 * The settings that an experiment was trained with, from the files it left in Team Files: its project, and all that its
 * page was filled in with but the experiment's name and the agent.
 *
 * @param options.split false leaves the split out, for a training that says its own.
 * @throws EXPERIMENT_NOT_FOUND when the files are not there or do not say enough.
 * @example
 * ```ts
 * import type { Experiment, Instance } from "@trainyard/core";
 * import { settingsOfExperiment } from "@trainyard/presets/sharing";
 * const classesOf = async (instance: Instance, experiment: Experiment) =>
 *   (await settingsOfExperiment(instance, experiment)).classes;
 * ```
 * Source: platform fact, `app_state.json` and `hyperparameters.yaml` beside `experiment_info.json`.
 */
export async function settingsOfExperiment(
  instance: Instance,
  experiment: Experiment,
  options: { readonly split?: boolean; readonly signal?: AbortSignal } = {},
): Promise<ExperimentSettings> {
  const { signal } = options;
  const { teamId } = await projectsInfo(instance, experiment.projectId);
  const read = async (name: string) => {
    const path = `${experiment.artifactsDir}/${name}`;
    const team = teamId ?? instance.teamId ?? 0;
    try {
      return new TextDecoder().decode(await fileStorageDownload(instance, team, path, { signal }));
    } catch (error) {
      if (isTrainyardError(error, "NOT_FOUND")) throw unsaid(experiment, `has no file ${path}`);
      throw error;
    }
  };
  const [state, hyperparameters] = await Promise.all([read("app_state.json"), read("hyperparameters.yaml")]);
  const {
    model,
    classes,
    train_val_split,
    options: said,
  } = parseInput(appState, parsed(state, experiment), "app_state");
  return {
    project: experiment.projectId,
    model:
      typeof model.task_id === "number" && typeof model.checkpoint === "string"
        ? { from: "experiment", taskId: model.task_id, checkpoint: model.checkpoint }
        : { from: "pretrained", framework: experiment.framework, name: model.model_name ?? experiment.model },
    // An app without a choice of classes writes none, and trains on all.
    ...(classes.length === 0 ? {} : { classes }),
    ...(options.split === false ? {} : { split: splitOf(train_val_split, experiment) }),
    hyperparameters,
    convertClassShapes: said.convert_class_shapes ?? true,
    cacheProject: said.cache_project ?? true,
    benchmark: said.model_benchmark?.enable ?? true,
    speedtest: said.model_benchmark?.speed_test ?? false,
    exports: [
      ...(said.export?.ONNXRuntime === true ? (["onnx"] as const) : []),
      ...(said.export?.TensorRT === true ? (["tensorrt"] as const) : []),
    ],
  };
}

/** What an app writes for each method: its tab's title, which no app reads back. Source: platform fact, app_state.json. */
const tabTitles: Readonly<Record<string, string>> = {
  "based on datasets": "datasets",
  "based on collections": "collections",
  "based on item tags": "tags",
};

/** A random split cannot be drawn again; the collections that the training left hold the very images. */
function splitOf(wire: unknown, experiment: Experiment): Split {
  const { train_collection_id: train, val_collection_id: val } = experiment.record;
  if (typeof train === "number" && typeof val === "number")
    return { by: "collections", train: [train], val: [val] };
  const method = v.safeParse(v.looseObject({ method: v.string() }), wire);
  const named = method.success
    ? { ...method.output, method: tabTitles[method.output.method] ?? method.output.method }
    : wire;
  const known = v.safeParse(guiSplitSchema, named);
  if (known.success) return splitFromWire(known.output);
  throw unsaid(experiment, "does not say how its images were divided");
}

function parsed(text: string, experiment: Experiment): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unsaid(experiment, "has an app_state.json that is no JSON");
  }
}

function unsaid({ taskId, artifactsDir }: Experiment, what: string): TrainyardError {
  return new TrainyardError("EXPERIMENT_NOT_FOUND", `The experiment of task ${taskId} ${what}.`, {
    hint: what.includes("divided") ? "Give the split yourself." : `Look into ${artifactsDir} of Team Files.`,
    facts: { taskId },
  });
}
