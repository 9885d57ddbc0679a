import { toPyValue } from "./to-py-value.ts";
import { blockLines, writeFlow } from "./write-value.ts";

/**
 * Writes a value as YAML text that PyYAML reads as meant: `1e-7` as `1.0e-7`, `"on"` and `"010"` in quotes.
 * Whole numbers are ints (also bigints of any size), other numbers floats; `NaN` and `Infinity` are `.nan` and `.inf`.
 *
 * @throws PyYamlError with the path of what has no YAML form: undefined, functions, dates, class instances, cycles.
 * @example
 * ```ts
 * import { writePyYaml } from "@trainyard/pyyaml";
 * const text = writePyYaml({ epochs: 10, optimizer: { type: "AdamW", lr: 1e-7 } });
 * ```
 * Source: platform fact, training apps read hyperparameters with `yaml.safe_load` (PyYAML 6).
 */
export function writePyYaml(value: unknown): string {
  const meant = toPyValue(value);
  if (meant.kind !== "map" || meant.entries.length === 0) return `${writeFlow(meant)}\n`;
  return `${blockLines(meant.entries, 0).join("\n")}\n`;
}
