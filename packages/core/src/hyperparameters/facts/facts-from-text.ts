import type { PyValue } from "@trainyard/pyyaml";
import { readPyYaml } from "@trainyard/pyyaml";
import type { HyperparameterFacts, HyperparameterKind } from "../../spec/framework-facts.ts";
import { pyToJson } from "../read/py-to-json.ts";
import { settingsLeaves } from "../read/settings-leaves.ts";
import { looksLikeNumber } from "../read/surprising-scalar.ts";

const anyKind: readonly HyperparameterKind[] = ["int", "float", "bool", "str", "list", "map", "null"];

/**
 * What an app's own file tells of its hyperparameters: their paths, kinds and values, for frameworks nobody has data of.
 * A value that stands for "nothing" (`null`, the text `None`) says nothing of the kind. A text that is no mapping has none.
 *
 * @example
 * ```ts
 * import { factsFromText } from "@trainyard/core/hyperparameters";
 * const facts = factsFromText("epochs: 100\noptimizer:\n  lr: 0.1\n");
 * ```
 * Source: platform fact, the path of the app's hyperparameters file stands in its config.json.
 */
export function factsFromText(defaultText: string): readonly HyperparameterFacts[] {
  const reading = readPyYaml(defaultText);
  if (!reading.ok || reading.value.kind !== "map") return [];
  return settingsLeaves(reading.value).map(({ path, value }) => ({
    path,
    kinds: kindsOf(value),
    default: pyToJson(value),
  }));
}

function kindsOf(value: PyValue): readonly HyperparameterKind[] {
  switch (value.kind) {
    case "null":
      return anyKind;
    case "str":
      if (/^none$/i.test(value.value)) return anyKind;
      return looksLikeNumber(value.value) ? ["str", "float", "int"] : ["str"];
    case "int":
    case "float":
    case "bool":
    case "list":
    case "map":
      return [value.kind];
    default:
      return anyKind;
  }
}
