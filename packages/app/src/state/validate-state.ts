import type { GuiSplit, GuiState } from "@trainyard/core/wire";
import { StateError } from "./state-error.ts";

/** What the project has, where a state refers to it. */
export interface StateFacts {
  readonly datasets: ReadonlySet<number>;
  readonly collections: ReadonlySet<number>;
}

type Dictionary = Readonly<Record<string, unknown>>;

/**
 * Judges a state as the platform's training app does, in its order and its words, and fills in its defaults.
 *
 * @throws StateError
 * Source: platform fact, TrainGUI.validate_app_state. Stricter only where the original accepts what it cannot use.
 */
export function validateState(state: unknown, facts: StateFacts): GuiState {
  if (!isRecord(state)) throw new StateError("app_state must be a dictionary");
  for (const key of ["model", "train_val_split", "classes"])
    if (!(key in state)) throw new StateError(`Missing required key in app_state: ${key}`);
  if (!Array.isArray(state.classes)) throw new StateError("app_state['classes'] must be of type list");
  const model = readModel(state.model);
  const options = readOptions(state.options);
  return {
    model,
    classes: state.classes.map(String),
    train_val_split: readSplit(state.train_val_split, facts),
    hyperparameters: text(state.hyperparameters, "hyperparameters"),
    options,
    experiment_name: text(state.experiment_name, "experiment_name"),
    start_training: state.start_training === true,
  };
}

function readModel(model: unknown): GuiState["model"] {
  if (!isRecord(model)) throw new StateError("app_state['model'] must be a dictionary");
  const need = (key: string) => {
    if (!(key in model)) throw new StateError(`Missing required key in app_state['model']: ${key}`);
    return model[key];
  };
  const source = need("source");
  if (source === "Pretrained models") return { source, model_name: String(need("model_name")) };
  if (source !== "Custom models")
    throw new StateError("app_state['model']['source'] must be 'Pretrained models' or 'Custom models'");
  const [taskId, checkpoint] = [need("task_id"), need("checkpoint")];
  if (typeof taskId !== "number" || typeof checkpoint !== "string")
    throw new StateError("app_state['model']: task_id must be a number and checkpoint a file name");
  return { source, task_id: taskId, checkpoint };
}

function readSplit(split: unknown, facts: StateFacts): GuiSplit {
  if (!isRecord(split) || !("method" in split))
    throw new StateError("Missing required key in app_state['train_val_split']: method");
  switch (split.method) {
    case "random":
      if (split.split !== "train" && split.split !== "val")
        throw new StateError("split must be 'train' or 'val'");
      if (!isPercent(split.percent)) throw new StateError("percent must be an integer in range 1 to 99");
      return { method: "random", split: split.split, percent: split.percent };
    case "tags": {
      const { train_tag: train, val_tag: val, untagged_action: untagged } = split;
      if (typeof train !== "string" || typeof val !== "string" || train === "" || val === "")
        throw new StateError("train_tag and val_tag must be specified in tags split method");
      if (untagged !== "train" && untagged !== "val" && untagged !== "ignore")
        throw new StateError("untagged_action must be 'train', 'val' or 'ignore'");
      return { method: "tags", train_tag: train, val_tag: val, untagged_action: untagged };
    }
    case "datasets": {
      const [train, val] = knownIds(split, "datasets", "Datasets", facts.datasets);
      return { method: "datasets", train_datasets: train, val_datasets: val };
    }
    case "collections": {
      const [train, val] = knownIds(split, "collections", "Collections", facts.collections);
      return { method: "collections", train_collections: train, val_collections: val };
    }
    default:
      throw new StateError("method must be 'random', 'tags', 'datasets' or 'collections'");
  }
}

/** The ids of both sides; one message names all that are missing. */
function knownIds(
  split: Dictionary,
  what: "datasets" | "collections",
  noun: string,
  known: ReadonlySet<number>,
): readonly [train: readonly number[], val: readonly number[]] {
  const side = (key: string): readonly number[] => {
    const ids = split[key];
    if (Array.isArray(ids)) return ids;
    throw new StateError(`Missing required key in app_state['train_val_split']: ${key}`);
  };
  const [train, val] = [side(`train_${what}`), side(`val_${what}`)];
  const missing = [...train, ...val].filter((id) => !known.has(id));
  if (missing.length > 0)
    throw new StateError(`${noun} with ids: ${missing.join(", ")} not found in the project`);
  return [train, val];
}

function readOptions(options: unknown): GuiState["options"] {
  const without = { model_benchmark: { enable: true, speed_test: true }, cache_project: true };
  const given = options === undefined ? without : options;
  if (!isRecord(given)) throw new StateError("app_state['options'] must be a dictionary");
  const benchmark = given.model_benchmark ?? {};
  if (!isRecord(benchmark))
    throw new StateError("app_state['options']['model_benchmark'] must be a dictionary");
  const cache = given.cache_project;
  if (typeof cache !== "boolean")
    throw new StateError("app_state['options']['cache_project'] must be a boolean");
  const exported = isRecord(given.export) ? given.export : {};
  const enable = benchmark.enable !== false;
  const [onnx, tensorrt] = [exported.ONNXRuntime === true, exported.TensorRT === true];
  return {
    convert_class_shapes: given.convert_class_shapes !== false,
    model_benchmark: { enable, speed_test: enable && benchmark.speed_test !== false },
    cache_project: cache,
    export: { enable: onnx || tensorrt, ONNXRuntime: onnx, TensorRT: tensorrt },
  };
}

function text(value: unknown, key: string): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") throw new StateError(`app_state['${key}'] must be text`);
  return value;
}

function isPercent(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 99;
}

function isRecord(value: unknown): value is Dictionary {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
