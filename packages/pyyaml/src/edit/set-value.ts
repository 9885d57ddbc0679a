import type { PyValue } from "../construct/py-value.ts";
import { pyKeyId, pyNull } from "../construct/py-value.ts";
import type { Step } from "./step.ts";
import { valueAt } from "./step.ts";

/** A value to set at a place, or `undefined` to remove what stands there. All steps but the last lead somewhere. */
export interface Change {
  readonly steps: readonly Step[];
  readonly value: PyValue | undefined;
}

/** What a text's data are after a change. The law of tuning: the text written reads as exactly this. */
export function setValue(data: PyValue, { steps, value }: Change): PyValue {
  const [step, ...rest] = steps;
  if (step === undefined) return value ?? pyNull;
  const inner = rest.length === 0 ? value : setValue(valueAt(data, step) ?? pyNull, { steps: rest, value });
  return typeof step === "number" ? setItem(data, step, inner) : setEntry(data, step, inner);
}

function setItem(data: PyValue, at: number, value: PyValue | undefined): PyValue {
  if (data.kind !== "list") return data;
  const items = [...data.items];
  items.splice(at, 1, ...(value === undefined ? [] : [value]));
  return { kind: "list", items };
}

function setEntry(data: PyValue, key: PyValue, value: PyValue | undefined): PyValue {
  const entries = data.kind === "map" ? data.entries : [];
  const id = pyKeyId(key);
  if (value === undefined)
    return { kind: "map", entries: entries.filter(([other]) => pyKeyId(other) !== id) };
  if (!entries.some(([other]) => pyKeyId(other) === id))
    return { kind: "map", entries: [...entries, [key, value]] };
  return {
    kind: "map",
    entries: entries.map((entry) => (pyKeyId(entry[0]) === id ? [entry[0], value] : entry)),
  };
}
