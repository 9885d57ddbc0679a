import { parseAsPyYaml } from "../hyperparameters/read/parse-as-pyyaml.ts";
import { pyToJson } from "../hyperparameters/read/py-to-json.ts";
import { settingsLeaves } from "../hyperparameters/read/settings-leaves.ts";
import type { SpecPatch } from "../spec/merge-specs.ts";
import { diffValues } from "./show/diff-values.ts";
import type { PlannedTraining } from "./terms/train-plan.ts";
import type { ValueChange } from "./terms/value-change.ts";

/** An earlier training that a plan goes on from. */
export interface Earlier {
  readonly taskId: number;
  /** The settings that it was trained with. */
  readonly settings: SpecPatch;
}

/** What a training does otherwise than an earlier one, hyperparameters value by value. */
export function unlikeEarlier(
  { settings }: Earlier,
  project: number,
  training: PlannedTraining,
): readonly ValueChange[] {
  const { model, split, exports, convertClassShapes, benchmark, speedtest, cacheProject } = training;
  const planned: Readonly<Record<string, unknown>> = {
    project,
    model: modelValue(model),
    classes: sorted(training.classes),
    split,
    exports: sorted(exports),
    convertClassShapes,
    benchmark,
    speedtest,
    cacheProject,
    hyperparameters: valuesOf(training.hyperparameters),
  };
  const earlier: Readonly<Record<string, unknown>> = {
    ...settings,
    model: modelValue(settings.model),
    classes: sorted(settings.classes),
    exports: sorted(settings.exports),
    hyperparameters: valuesOf(settings.hyperparameters),
  };
  // What the earlier training does not say cannot differ.
  return Object.keys(planned).flatMap((key) =>
    earlier[key] === undefined ? [] : diffValues(earlier[key], planned[key], key),
  );
}

/** An experiment's checkpoint is told by its task: who trained it is in the plan only. */
function modelValue(model: unknown): unknown {
  if (typeof model !== "object" || model === null || !("from" in model)) return undefined;
  if (model.from !== "experiment") return model;
  const { framework: _, ...told } = { framework: undefined, ...model };
  return told;
}

function sorted(list: readonly string[] | null | undefined): readonly string[] | undefined {
  return list?.toSorted();
}

function valuesOf(text: string | null | undefined): Readonly<Record<string, unknown>> | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const leaves = settingsLeaves(parseAsPyYaml(text));
    return Object.fromEntries(leaves.map(({ path, value }) => [path, pyToJson(value)]));
  } catch {
    return undefined;
  }
}
