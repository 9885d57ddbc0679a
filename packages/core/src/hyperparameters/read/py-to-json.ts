import type { PyValue } from "@trainyard/pyyaml";
import { writeFlow } from "@trainyard/pyyaml";
import type { Json } from "../../spec/train-spec.ts";

/**
 * A value of PyYAML for people and for JSON: what JSON has no form for (`.nan`, ints beyond 2^53, dates) is text.
 *
 * @example
 * ```ts
 * import { parseAsPyYaml, pyToJson } from "@trainyard/core/hyperparameters";
 * const settings = pyToJson(parseAsPyYaml("epochs: 10\n"));
 * ```
 */
export function pyToJson(value: PyValue): Json {
  switch (value.kind) {
    case "null":
      return null;
    case "bool":
    case "str":
      return value.value;
    case "int": {
      const number = Number(value.value);
      return Number.isSafeInteger(number) ? number : value.value.toString();
    }
    case "float":
      return Number.isFinite(value.value) ? value.value : writeFlow(value);
    case "list":
    case "set":
      return value.items.map(pyToJson);
    case "map":
      return Object.fromEntries(value.entries.map(([key, inner]) => [keyText(key), pyToJson(inner)]));
    case "pairs":
      return value.entries.map((entry) => entry.map(pyToJson));
    default:
      return value.value;
  }
}

/** A key as a part of a path. */
export function keyText(key: PyValue): string {
  return key.kind === "str" ? key.value : writeFlow(key);
}
