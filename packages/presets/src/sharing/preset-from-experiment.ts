import type { Experiment, Instance } from "@trainyard/core";
import { definePreset } from "../define-preset.ts";
import type { ModelPreset } from "../preset.ts";
import { settingsOfExperiment } from "./settings-of-experiment.ts";

/** How the preset of an experiment is called. */
export interface ExperimentPresetOptions {
  readonly id: string;
  readonly version?: string;
  /** Default: a sentence that names the experiment. */
  readonly about?: string;
  readonly signal?: AbortSignal;
}

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
  const { id, version, about, signal } = options;
  return definePreset({
    id,
    ...(version === undefined ? {} : { version }),
    about:
      about ??
      `As the experiment ${JSON.stringify(experiment.name)} (task ${experiment.taskId}) was trained.`,
    spec: await settingsOfExperiment(instance, experiment, signal === undefined ? {} : { signal }),
  });
}
