import { deepest } from "../compose/parser.ts";
import type { PyValue } from "../construct/py-value.ts";
import { pyNull } from "../construct/py-value.ts";
import { PyYamlError } from "../scan/pyyaml-error.ts";

/** The value that PyYAML should read for a JavaScript value: whole numbers are ints, others floats. */
export function toPyValue(value: unknown, path = "value", within: readonly object[] = []): PyValue {
  switch (typeof value) {
    case "string":
      return { kind: "str", value };
    case "boolean":
      return { kind: "bool", value };
    case "bigint":
      return { kind: "int", value };
    case "number":
      return numberValue(value);
    case "object":
      return value === null ? pyNull : collection(value, path, within);
    default:
      throw refuse(
        path,
        `${typeof value === "undefined" ? "undefined" : `a ${typeof value}`} cannot be written`,
      );
  }
}

/** From 1e21 on JavaScript has only the exponent form, and minus zero has no int. */
function numberValue(value: number): PyValue {
  const whole = Number.isInteger(value) && Math.abs(value) < 1e21 && !Object.is(value, -0);
  return whole ? { kind: "int", value: BigInt(value) } : { kind: "float", value };
}

function collection(value: object, path: string, within: readonly object[]): PyValue {
  if (within.includes(value)) throw refuse(path, "it holds itself");
  if (within.length >= deepest) throw refuse(path, `more than ${deepest} levels within each other`);
  const inner = [...within, value];
  if (Array.isArray(value))
    return {
      kind: "list",
      items: Array.from(value, (item: unknown, i) => toPyValue(item, `${path}.${i}`, inner)),
    };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && !isPlain(prototype)) throw refuse(path, "only plain objects can be written");
  return {
    kind: "map",
    entries: Object.entries(value).map(([key, item]: [string, unknown]) => [
      { kind: "str", value: key },
      toPyValue(item, `${path}.${key}`, inner),
    ]),
  };
}

/** Objects of another realm (a test runner's, a frame's) are plain too. */
function isPlain(prototype: unknown): boolean {
  return typeof prototype === "object" && prototype !== null && Object.getPrototypeOf(prototype) === null;
}

function refuse(path: string, what: string): PyYamlError {
  return new PyYamlError(
    `${path}: ${what}.`,
    "Give text, numbers, true, false, null, lists and plain objects.",
  );
}
