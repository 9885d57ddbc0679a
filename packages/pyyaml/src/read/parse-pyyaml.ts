import type { PyValue } from "../construct/py-value.ts";
import { PyYamlError } from "../scan/pyyaml-error.ts";
import { readPyYaml } from "./read-pyyaml.ts";

/**
 * What PyYAML's `safe_load` makes of a text, as tagged data: `{ kind: "int", value: 10n }`.
 *
 * @throws PyYamlError where PyYAML refuses, with `refusal.line` and `refusal.column` (from 1).
 * @example
 * ```ts
 * import { parsePyYaml } from "@trainyard/pyyaml";
 * const value = parsePyYaml("lr: 1e-4 # text, to PyYAML\n");
 * ```
 * Source: PyYAML 6, compared text by text.
 */
export function parsePyYaml(text: string): PyValue {
  const reading = readPyYaml(text);
  if (reading.ok) return reading.value;
  const { message, line, column } = reading.refusal;
  throw new PyYamlError(
    `PyYAML cannot read line ${line}, column ${column}: ${message}.`,
    "Mend that line.",
    reading.refusal,
  );
}
