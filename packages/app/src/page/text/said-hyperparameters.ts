import type { TrainSpec } from "@trainyard/core";
import { hyperparametersDiff, tuneHyperparameters } from "@trainyard/core/hyperparameters";

/** What a chain or a preset says so that the app's own file becomes this text: nothing, some values, or the text. */
export function saidHyperparameters(
  text: string | null,
  defaults: string,
): Pick<TrainSpec, "hyperparameters" | "tune"> {
  if (text === null || text === defaults) return {};
  try {
    const { changed, added, removed } = hyperparametersDiff(text, defaults);
    const tune = Object.fromEntries([
      ...changed.map(({ path, to }) => [path, to]),
      ...added.map(({ path, value }) => [path, value]),
      ...removed.map(({ path }) => [path, null]),
    ]);
    // Only where nothing is lost by it, comments and spelling included.
    if (tuneHyperparameters(defaults, tune) === text) return { tune };
  } catch {
    // What is no YAML yet is said as it stands.
  }
  return { hyperparameters: text };
}

/** The text that is meant. @throws INPUT_INVALID when a path leads through something else. */
export function meantHyperparameters(
  { hyperparameters, tune }: Pick<TrainSpec, "hyperparameters" | "tune">,
  defaults: string,
): string {
  const text = hyperparameters ?? defaults;
  return tune === undefined || tune === null ? text : tuneHyperparameters(text, tune);
}
