import { resolvePlain } from "../compose/resolve-plain.ts";
import { scalarValue } from "../construct/constructor.ts";
import type { PyMap, PyValue } from "../construct/py-value.ts";
import { pyKeyId } from "../construct/py-value.ts";
import { PyYamlError } from "../scan/pyyaml-error.ts";

/** One step of a path: a key of a mapping, or a place in a list. */
export type Step = PyValue | number;

/** What stands at a step, if anything. */
export function valueAt(value: PyValue | undefined, step: Step): PyValue | undefined {
  if (typeof step === "number") return value?.kind === "list" ? value.items[step] : undefined;
  if (value?.kind !== "map") return undefined;
  const id = pyKeyId(step);
  return value.entries.find(([key]) => pyKeyId(key) === id)?.[1];
}

/**
 * The steps that a key such as `optimizer.lr` means in a value. A key that is there as it is written, dots and all,
 * goes first, then the longest part that is there; what is not there yet is cut at every dot.
 *
 * @throws PyYamlError when it leads through something that has no keys, or past the end of a list.
 */
export function findSteps(root: PyValue, name: string): readonly Step[] {
  const steps: Step[] = [];
  let value: PyValue | undefined = root;
  let rest = name.split(".");
  while (rest.length > 0) {
    if (value === undefined || value.kind === "null") return [...steps, ...newSteps(rest)];
    const found = value.kind === "list" ? listStep(rest, value.items.length) : mapStep(value, rest);
    if (found === undefined) throw leadsThrough(name, rest, value);
    steps.push(found.step);
    rest = rest.slice(found.length);
    value = valueAt(value, found.step);
  }
  return steps;
}

function listStep(rest: readonly string[], length: number): { step: Step; length: number } | undefined {
  const [first = ""] = rest;
  return /^\d{1,9}$/.test(first) && Number(first) <= length ? { step: Number(first), length: 1 } : undefined;
}

function mapStep(value: PyValue, rest: readonly string[]): { step: Step; length: number } | undefined {
  if (value.kind !== "map") return undefined;
  for (let length = rest.length; length > 0; length--) {
    const step = keyNamed(value, rest.slice(0, length).join("."));
    if (step !== undefined) return { step, length };
  }
  const [step = { kind: "str", value: "" } as const, ...more] = newSteps(rest);
  return { step, length: rest.length - more.length };
}

/** A dot at an end, or two in a row, is no path: the name is one key. */
function newSteps(rest: readonly string[]): readonly PyValue[] {
  const names = rest.includes("") ? [rest.join(".")] : rest;
  return names.map((value) => ({ kind: "str", value }));
}

/** The key as text, or as PyYAML reads it without quotes: `on` names the key that is true. */
function keyNamed(value: PyMap, name: string): PyValue | undefined {
  const text: PyValue = { kind: "str", value: name };
  if (valueAt(value, text) !== undefined) return text;
  const plain = scalarValue(resolvePlain(name), name);
  if (plain === undefined) return undefined;
  const id = pyKeyId(plain);
  return value.entries.find(([key]) => key.kind === plain.kind && pyKeyId(key) === id)?.[0];
}

function leadsThrough(name: string, rest: readonly string[], value: PyValue): PyYamlError {
  const above = name.slice(0, name.length - rest.join(".").length - 1);
  const what =
    value.kind === "list"
      ? `a list of ${value.items.length} values, which has no ${rest[0]}`
      : "no mapping in the text";
  return new PyYamlError(
    `tune: ${JSON.stringify(name)} cannot be set, since ${JSON.stringify(above)} is ${what}.`,
    "Check the spelling of the path against the app's hyperparameters.",
  );
}
