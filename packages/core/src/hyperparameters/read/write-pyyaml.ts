import { writePyYaml as write } from "@trainyard/pyyaml";
import { asInputInvalid } from "./as-input-invalid.ts";

/**
 * Writes a value as YAML text that PyYAML reads as meant: `1e-7` as `1.0e-7`, `"on"` and `"010"` in quotes.
 * Whole numbers are ints (also bigints of any size), other numbers floats; `NaN` and `Infinity` are `.nan` and `.inf`.
 *
 * @throws INPUT_INVALID with the path of what has no YAML form: undefined, functions, dates, class instances, cycles.
 * @example
 * ```ts
 * import { writePyYaml } from "@trainyard/core/hyperparameters";
 * const text = writePyYaml({ epochs: 10, optimizer: { type: "AdamW", lr: 1e-7 } });
 * ```
 * Source: platform fact, training apps read hyperparameters with `yaml.safe_load` (PyYAML 6).
 */
export function writePyYaml(value: unknown): string {
  return asInputInvalid(() => write(value));
}
