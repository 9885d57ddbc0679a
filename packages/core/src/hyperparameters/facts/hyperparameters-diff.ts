import type { PyValue } from "@trainyard/pyyaml";
import { pyEquals, readPyYaml } from "@trainyard/pyyaml";
import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { Json } from "../../spec/train-spec.ts";
import { pyToJson } from "../read/py-to-json.ts";
import { settingsLeaves } from "../read/settings-leaves.ts";

/** How a text differs from the app's own file, by path; values as PyYAML reads them. */
export interface HyperparametersDiff {
  readonly changed: readonly { readonly path: string; readonly from: Json; readonly to: Json }[];
  readonly added: readonly { readonly path: string; readonly value: Json }[];
  readonly removed: readonly { readonly path: string; readonly value: Json }[];
}

/**
 * Compares a text with the app's own file: values, not lines, so comments and spelling do not count.
 *
 * @throws INPUT_INVALID when one of the two is not YAML.
 * @example
 * ```ts
 * import { hyperparametersDiff } from "@trainyard/core/hyperparameters";
 * const { changed } = hyperparametersDiff("epochs: 10\n", "epochs: 100 # passes\n");
 * ```
 * Source: platform fact, the text replaces the app's file and is read with `yaml.safe_load`.
 */
export function hyperparametersDiff(text: string, defaultText: string): HyperparametersDiff {
  const [own, defaults] = [byPath(text), byPath(defaultText)];
  const both = [...own].flatMap(([path, to]) => {
    const from = defaults.get(path);
    return from === undefined || sameNumber(from, to) || pyEquals(from, to) ? [] : [{ path, from, to }];
  });
  return {
    changed: both.map(({ path, from, to }) => ({ path, from: pyToJson(from), to: pyToJson(to) })),
    added: onlyIn(own, defaults),
    removed: onlyIn(defaults, own),
  };
}

function byPath(text: string): ReadonlyMap<string, PyValue> {
  const reading = readPyYaml(text);
  if (reading.ok) return new Map(settingsLeaves(reading.value).map(({ path, value }) => [path, value]));
  const { line, message } = reading.refusal;
  throw new TrainyardError("INPUT_INVALID", `The hyperparameters are not YAML (line ${line}: ${message}).`, {
    hint: "Mend that line.",
  });
}

/** 3 and 3.0 train alike. */
function sameNumber(a: PyValue, b: PyValue): boolean {
  if (a.kind !== "int" && a.kind !== "float") return false;
  return (b.kind === "int" || b.kind === "float") && Number(a.value) === Number(b.value);
}

function onlyIn(
  values: ReadonlyMap<string, PyValue>,
  others: ReadonlyMap<string, PyValue>,
): readonly { readonly path: string; readonly value: Json }[] {
  return [...values]
    .filter(([path]) => !others.has(path))
    .map(([path, value]) => ({ path, value: pyToJson(value) }));
}
