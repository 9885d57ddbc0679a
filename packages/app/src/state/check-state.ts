import { checkSplit } from "./check-split.ts";
import type { Dictionary } from "./dictionary.ts";
import { isDictionary } from "./dictionary.ts";
import { StateError } from "./state-error.ts";
import type { StateFacts } from "./state-facts.ts";

/** A state that the platform's app would accept: its parts are of the right form, their values not yet read. */
export interface CheckedState {
  readonly state: Dictionary;
  readonly model: Dictionary;
  /** Undefined when the app does not ask for classes; tags likewise. */
  readonly classes: readonly unknown[] | undefined;
  readonly tags: readonly unknown[] | undefined;
  readonly options: Dictionary;
  readonly benchmark: Dictionary;
  readonly split: Dictionary;
}

const defaultOptions: Dictionary = {
  model_benchmark: { enable: true, speed_test: true },
  cache_project: true,
};
const example = { train_val_split: { method: "random", split: "train", percent: 80 } };

/**
 * Judges a state as the platform's training app does, in its order and its words.
 *
 * @throws StateError
 * Source: platform fact, TrainGUI.validate_app_state; a sentence of our own where the original ends with a Python error.
 */
export function checkState(state: unknown, facts: StateFacts): CheckedState {
  if (!isDictionary(state)) throw new StateError("app_state must be a dictionary");
  const selectors = { classes: true, tags: false, splits: true, ...facts.selectors };
  const model = dictionary(state, "model", "source");
  if (selectors.splits) dictionary(state, "train_val_split", "method");
  const classes = selectors.classes ? list(state, "classes") : undefined;
  const tags = selectors.tags ? list(state, "tags") : undefined;
  for (const key of modelKeys(model.source))
    if (!Object.hasOwn(model, key))
      throw new StateError(`Missing required key in app_state['model']: ${key}`);

  const options = Object.hasOwn(state, "options") ? state.options : defaultOptions;
  if (!isDictionary(options)) throw new StateError("app_state['options'] must be a dictionary");
  const benchmark = Object.hasOwn(options, "model_benchmark") ? options.model_benchmark : {};
  if (!isDictionary(benchmark))
    throw new StateError("app_state['options']['model_benchmark'] must be a dictionary");
  if (typeof options.cache_project !== "boolean")
    throw new StateError("app_state['options']['cache_project'] must be a boolean");

  if (!Object.hasOwn(state, "train_val_split"))
    throw new StateError(
      `split must be 'train' or 'val', and app_state has no train_val_split: write ${JSON.stringify(example)}`,
    );
  const split = state.train_val_split;
  if (!isDictionary(split)) throw notDictionary("train_val_split", split);
  checkSplit(split, facts);
  return { state, model, classes, tags, options, benchmark, split };
}

function modelKeys(source: unknown): readonly string[] {
  if (source === "Pretrained models") return ["model_name"];
  return source === "Custom models" ? ["task_id", "checkpoint"] : [];
}

/** A part of the state with a key that it must have. */
function dictionary(state: Dictionary, part: string, key: string): Dictionary {
  if (!Object.hasOwn(state, part)) throw new StateError(`Missing required key in app_state: ${part}`);
  const value = state[part];
  if (isDictionary(value) && Object.hasOwn(value, key)) return value;
  // Python looks for keys in lists and in texts as well; whatever it finds there is of no use.
  const searchable = isDictionary(value) || Array.isArray(value) || typeof value === "string";
  const found = (Array.isArray(value) || typeof value === "string") && value.includes(key);
  if (searchable && !found) throw new StateError(`Missing required key in app_state['${part}']: ${key}`);
  throw notDictionary(part, value);
}

function notDictionary(part: string, value: unknown): StateError {
  return new StateError(`app_state['${part}'] must be a dictionary, not ${JSON.stringify(value)}`);
}

function list(state: Dictionary, key: string): readonly unknown[] {
  if (!Object.hasOwn(state, key)) throw new StateError(`Missing required key in app_state: ${key}`);
  const value = state[key];
  if (!Array.isArray(value)) throw new StateError(`app_state['${key}'] must be of type list`);
  return value;
}
