import type { PyValue } from "@trainyard/pyyaml";
import { readPyYaml, valueAt } from "@trainyard/pyyaml";
import type { Problem } from "../../spec/problem.ts";
import { keyText } from "../read/py-to-json.ts";
import { within } from "../read/settings-leaves.ts";

/**
 * Paths of the app's own file that a text lacks; where a whole mapping is missing, only its path.
 * The platform replaces the file by the text, so the app trains without these.
 *
 * @example
 * ```ts
 * import { missingKeys } from "@trainyard/core/hyperparameters";
 * const paths = missingKeys("epochs: 10\n", "epochs: 100\noptimizer:\n  lr: 0.1\n"); // ["optimizer"]
 * ```
 * Source: platform fact, `hyperparameters` replaces the whole editor text, no merge with defaults.
 */
export function missingKeys(text: string, defaultText: string): readonly string[] {
  const [own, defaults] = [readPyYaml(text), readPyYaml(defaultText)];
  return own.ok && defaults.ok ? missing(own.value, defaults.value, "") : [];
}

function missing(own: PyValue, defaults: PyValue, path: string): readonly string[] {
  if (defaults.kind !== "map" || own.kind !== "map") return [];
  return defaults.entries.flatMap(([key, value]) => {
    const inner = within(path, keyText(key));
    const found = valueAt(own, key);
    return found === undefined ? [inner] : missing(found, value, inner);
  });
}

/** A warning that names what a text would drop. */
export function missingKeysProblems(text: string, defaultText: string): readonly Problem[] {
  const paths = missingKeys(text, defaultText);
  if (paths.length === 0) return [];
  const shown = `${paths.slice(0, 8).join(", ")}${paths.length > 8 ? ", …" : ""}`;
  return [
    {
      code: "HYPERPARAMETERS_MISSING_KEYS",
      severity: "warning",
      path: "hyperparameters",
      message: `The text replaces the app's whole file and lacks ${paths.length} of its keys: ${shown}.`,
      hint: "Use .tune({ … }) to change some values and keep the rest.",
      value: paths,
    },
  ];
}
