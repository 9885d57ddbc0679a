import { isTrainyardError } from "../../errors/trainyard-error.ts";
import { hyperparametersDiff } from "../../hyperparameters/facts/hyperparameters-diff.ts";
import type { HyperparameterChange } from "../terms/train-plan.ts";

/** How a hyperparameters text differs from the app's own file, key by key; null where one is not YAML. */
export function hyperparameterChanges(
  text: string,
  defaultText: string,
): readonly HyperparameterChange[] | null {
  try {
    const { changed, added, removed } = hyperparametersDiff(text, defaultText);
    return [
      ...changed.map(({ path, from, to }) => ({ path, default: from, value: to })),
      ...added,
      ...removed.map(({ path, value }) => ({ path, default: value })),
    ];
  } catch (error) {
    if (isTrainyardError(error, "INPUT_INVALID")) return null;
    throw error;
  }
}
