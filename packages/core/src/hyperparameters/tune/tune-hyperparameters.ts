import { editPyYaml } from "@trainyard/pyyaml";
import type { Json } from "../../spec/train-spec.ts";
import { asInputInvalid } from "../read/as-input-invalid.ts";

/** Values by key; keys may be paths, objects merge, `null` removes. */
export interface TuneValues {
  readonly [key: string]: Json;
}

/**
 * Sets values in a hyperparameters text. Lines that no value touches stay byte for byte: order, comments, spacing,
 * quotes and line endings. Keys are paths (`optimizer.lr`, `milestones.0`); a key that holds a dot itself is found as
 * such; nested objects merge; `null` removes a key with the comment on its line; a new key goes to the end of its
 * mapping. Other users of an anchor keep their values. PyYAML reads every value as meant.
 *
 * @throws INPUT_INVALID when the text is no YAML mapping, or a path leads through something else.
 * @example
 * ```ts
 * import { tuneHyperparameters } from "@trainyard/core/hyperparameters";
 * const text = tuneHyperparameters("epochs: 100 # long\nbatch: 16\n", { epochs: 10 });
 * ```
 * Source: platform fact, the page replaces the app's file by the text it is given.
 */
export function tuneHyperparameters(text: string, values: TuneValues): string {
  return asInputInvalid(() => editPyYaml(text, values));
}
