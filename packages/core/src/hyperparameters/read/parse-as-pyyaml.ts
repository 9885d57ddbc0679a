import type { PyValue } from "@trainyard/pyyaml";
import { parsePyYaml } from "@trainyard/pyyaml";
import { asInputInvalid } from "./as-input-invalid.ts";

/**
 * What PyYAML's `safe_load` makes of a text, as tagged data: `{ kind: "int", value: 10n }`.
 * Training apps read their hyperparameters with it, and it differs from YAML 1.2: `1e-4` is text, `012` is 10.
 *
 * @throws INPUT_INVALID where PyYAML refuses, with `facts.line` and `facts.column` (from 1) and `facts.reason`:
 *   `syntax`, `value`, or `limit` for more than 256,000 characters, 100 levels or 100,000 values.
 * @example
 * ```ts
 * import { parseAsPyYaml } from "@trainyard/core/hyperparameters";
 * const value = parseAsPyYaml("lr: 1e-4 # text, to PyYAML\n");
 * ```
 * Source: platform fact, training apps call `yaml.safe_load` (PyYAML 6).
 */
export function parseAsPyYaml(text: string): PyValue {
  return asInputInvalid(() => parsePyYaml(text));
}
