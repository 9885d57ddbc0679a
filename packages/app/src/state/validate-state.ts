import type { GuiSplit, GuiState } from "@trainyard/core/wire";
import { guiSplitSchema } from "@trainyard/core/wire";
import * as v from "valibot";
import type { CheckedState } from "./check-state.ts";
import { checkState } from "./check-state.ts";
import { chosenClasses, chosenTags } from "./chosen-names.ts";
import type { Dictionary } from "./dictionary.ts";
import { isDictionary } from "./dictionary.ts";
import { isOn } from "./python-truth.ts";
import { readSplit } from "./read-split.ts";
import type { DifferenceId } from "./state-differences.ts";
import { StateError } from "./state-error.ts";
import type { StateFacts } from "./state-facts.ts";

/** A state that an app has accepted, with nothing left open. */
export interface LoadedState extends GuiState {
  /** Names of tags; only where the app asks for some. */
  readonly tags?: readonly string[];
}

const defaultSplit: GuiSplit = { method: "random", split: "train", percent: 80 };

/**
 * Judges a state as the platform's training app does, in its order and its words, and fills in its defaults. It is
 * stricter where the original accepts what it cannot use; `stateDifferences` lists each case with its reason.
 *
 * @param warn is told of what the platform's app leaves out without a word, e.g. an unknown class.
 * @throws StateError
 * @example
 * ```ts
 * import { validateState } from "@trainyard/app";
 * const facts = { datasets: new Set([501]), collections: new Set<number>() };
 * const load = (state: unknown) => validateState(state, facts, console.warn);
 * ```
 * Source: platform fact, TrainGUI.validate_app_state and load_from_app_state.
 */
export function validateState(
  state: unknown,
  facts: StateFacts,
  warn: (text: string) => void = () => {},
): LoadedState {
  const checked = checkState(state, facts);
  const rest = checked.state;
  const asksForSplit = facts.selectors?.splits ?? true;
  return {
    model: readModel(checked.model),
    classes: chosenClasses(checked.classes ?? [], facts.classes, warn),
    ...(checked.tags === undefined ? {} : { tags: chosenTags(checked.tags, facts.tags, warn) }),
    train_val_split: asksForSplit ? readSplit(checked.split) : splitOr(checked.split, defaultSplit),
    hyperparameters: text(
      rest.hyperparameters,
      "app_state['hyperparameters'] must be text: write them as YAML",
      "hyperparameters-no-text",
    ),
    options: readOptions(checked),
    experiment_name:
      text(
        rest.experiment_name,
        "app_state['experiment_name'] must be text: put the name in quotes",
        "experiment-name-no-text",
      ) || null,
    start_training: isOn(rest.start_training),
  };
}

function readModel(model: Dictionary): GuiState["model"] {
  const { source, model_name: name, task_id: taskId, checkpoint } = model;
  if (source === "Pretrained models") {
    if (typeof name !== "string")
      throw new StateError(
        "app_state['model']['model_name'] must be text, the name of a model of this app",
        "model-name-no-text",
      );
    return { source, model_name: name };
  }
  if (source !== "Custom models")
    throw new StateError(
      "app_state['model']['source'] must be 'Pretrained models' or 'Custom models'",
      "unknown-source",
    );
  if (typeof taskId !== "number" || !Number.isSafeInteger(taskId))
    throw new StateError(
      "app_state['model']: task_id must be a number, the id of the task that trained the checkpoint",
      "task-id-no-number",
    );
  if (typeof checkpoint !== "string" || checkpoint === "")
    throw new StateError(
      "app_state['model']: checkpoint must be a file name, such as best.pt",
      "checkpoint-no-text",
    );
  return { source, task_id: taskId, checkpoint };
}

function splitOr(split: Dictionary, otherwise: GuiSplit): GuiSplit {
  const read = v.safeParse(guiSplitSchema, split);
  return read.success ? read.output : otherwise;
}

function readOptions({ options, benchmark }: CheckedState): GuiState["options"] {
  const exported = options.export ?? {};
  if (!isDictionary(exported))
    throw new StateError(
      "app_state['options']['export'] must be a dictionary, such as {\"ONNXRuntime\": true}",
      "export-no-dictionary",
    );
  const enable = isOn(switchOf(benchmark, "enable"));
  const [onnx, tensorrt] = [isOn(exported.ONNXRuntime), isOn(exported.TensorRT)];
  return {
    convert_class_shapes: isOn(switchOf(options, "convert_class_shapes")),
    model_benchmark: { enable, speed_test: enable && isOn(switchOf(benchmark, "speed_test")) },
    cache_project: options.cache_project === true,
    export: { enable: onnx || tensorrt, ONNXRuntime: onnx, TensorRT: tensorrt },
  };
}

/** A switch that a state does not mention is on; one that is null is off. */
function switchOf(from: Dictionary, key: string): unknown {
  return Object.hasOwn(from, key) ? from[key] : true;
}

function text(value: unknown, refusal: string, difference: DifferenceId): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  throw new StateError(refusal, difference);
}
