import type { PyValue } from "../construct/py-value.ts";
import { toPyValue } from "../write/to-py-value.ts";
import type { Change } from "./set-value.ts";
import type { Step } from "./step.ts";
import { findSteps, valueAt } from "./step.ts";

/** Data as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Values by key; keys may be paths, objects merge, `null` removes. */
export interface EditValues {
  readonly [key: string]: Json;
}

/** A value, and the keys under which it was given: more than one where objects were nested. */
export interface Leaf {
  readonly names: readonly string[];
  readonly value: Json;
}

/** What a leaf comes to in the data as they are: one change, or further leaves where objects meet. */
export function resolveLeaf(data: PyValue, leaf: Leaf): Change | readonly Leaf[] {
  const { names, value } = leaf;
  const steps = stepsOf(data, names, value === null);
  if (steps === undefined) return [];
  const present = steps.reduce<PyValue | undefined>(valueAt, data);
  if (isObject(value) && mergesInto(present, value))
    return Object.entries(value).map(([name, inner]) => ({ names: [...names, name], value: inner }));
  if (value === null) return present === undefined ? [] : { steps, value: undefined };
  return upToFirstNew(data, steps, toPyValue(withoutNulls(value), `tune.${names.join(".")}`));
}

/** Removing what is not there, or cannot be there, is nothing to do. */
function stepsOf(data: PyValue, names: readonly string[], removes: boolean): readonly Step[] | undefined {
  try {
    const steps: Step[] = [];
    for (const name of names) {
      const at = steps.reduce<PyValue | undefined>(valueAt, data);
      steps.push(...findSteps(at ?? { kind: "null" }, name));
    }
    return steps;
  } catch (error) {
    if (removes) return undefined;
    throw error;
  }
}

/** Objects merge into mappings; onto a list they set single places, if all their keys are such. */
function mergesInto(present: PyValue | undefined, value: { readonly [key: string]: Json }): boolean {
  if (present?.kind === "map") return true;
  const keys = Object.keys(value);
  return present?.kind === "list" && keys.length > 0 && keys.every((key) => /^\d+(?:\.|$)/.test(key));
}

/** Mappings on the way that are not there yet are part of what is set. */
function upToFirstNew(data: PyValue, steps: readonly Step[], value: PyValue): Change {
  let at: PyValue | undefined = data;
  for (let length = 1; length < steps.length; length++) {
    const step = steps[length - 1];
    at = step === undefined ? undefined : valueAt(at, step);
    if (at?.kind === "map" || at?.kind === "list") continue;
    const inner = steps
      .slice(length)
      .reduceRight<PyValue>((made, key) => ({ kind: "map", entries: [[asKey(key), made]] }), value);
    return { steps: steps.slice(0, length), value: inner };
  }
  return { steps, value };
}

function asKey(step: Step): PyValue {
  return typeof step === "number" ? { kind: "str", value: String(step) } : step;
}

/** In a mapping that is new there is nothing for a `null` to remove. */
function withoutNulls(value: Json): Json {
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNulls(inner)]));
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
