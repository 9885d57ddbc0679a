import type { Experiment, Instance, ModelRef, Split } from "@trainyard/core";
import { TrainyardError } from "@trainyard/core";
import { fileStorageDownload, projectsInfo } from "@trainyard/core/endpoints";
import { parseInput } from "@trainyard/core/errors";
import type { SpecPatch } from "@trainyard/core/spec";
import { guiSplitSchema, splitFromWire } from "@trainyard/core/wire";
import * as v from "valibot";
import { definePreset } from "../define-preset.ts";
import type { ModelPreset } from "../preset.ts";

/** How the preset of an experiment is called. */
export interface ExperimentPresetOptions {
  readonly id: string;
  readonly version?: string;
  /** Default: a sentence that names the experiment. */
  readonly about?: string;
  readonly signal?: AbortSignal;
}

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
 * The preset that reproduces a training, from the files its experiment left in Team Files.
 *
 * @throws EXPERIMENT_NOT_FOUND when the files do not say enough.
 * @example
 * ```ts
 * import type { Experiment, Instance } from "@trainyard/core";
 * import { presetFromExperiment } from "@trainyard/presets/sharing";
 * const keep = (instance: Instance, experiment: Experiment) =>
 *   presetFromExperiment(instance, experiment, { id: "acme/lemons", version: "1.0.0" });
 * ```
 * Source: platform fact, `app_state.json` and `hyperparameters.yaml` beside `experiment_info.json`.
 */
export async function presetFromExperiment(
  instance: Instance,
  experiment: Experiment,
  options: ExperimentPresetOptions,
): Promise<ModelPreset> {
  const { id, version, signal } = options;
  const { teamId } = await projectsInfo(instance, experiment.projectId);
  const read = async (name: string) => {
    const path = `${experiment.artifactsDir}/${name}`;
    const team = teamId ?? instance.teamId ?? 0;
    return new TextDecoder().decode(await fileStorageDownload(instance, team, path, { signal }));
  };
  const [state, hyperparameters] = await Promise.all([read("app_state.json"), read("hyperparameters.yaml")]);
  const {
    model,
    classes,
    train_val_split,
    options: said,
  } = parseInput(appState, JSON.parse(state), "app_state");
  const spec: SpecPatch & { readonly model: ModelRef } = {
    project: experiment.projectId,
    model:
      typeof model.task_id === "number" && typeof model.checkpoint === "string"
        ? { from: "experiment", taskId: model.task_id, checkpoint: model.checkpoint }
        : { from: "pretrained", framework: experiment.framework, name: model.model_name ?? experiment.model },
    classes,
    split: splitOf(train_val_split, experiment),
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
  return definePreset({
    id,
    ...(version === undefined ? {} : { version }),
    about:
      options.about ??
      `As the experiment ${JSON.stringify(experiment.name)} (task ${experiment.taskId}) was trained.`,
    spec,
  });
}

/** A random split cannot be drawn again; the collections that the training left hold the very images. */
function splitOf(wire: unknown, { record, taskId }: Experiment): Split {
  const { train_collection_id: train, val_collection_id: val } = record;
  if (typeof train === "number" && typeof val === "number")
    return { by: "collections", train: [train], val: [val] };
  const known = v.safeParse(guiSplitSchema, wire);
  if (known.success) return splitFromWire(known.output);
  throw new TrainyardError(
    "EXPERIMENT_NOT_FOUND",
    `Task ${taskId} does not say how its images were divided.`,
    {
      hint: "Give the split yourself.",
      facts: { taskId },
    },
  );
}
