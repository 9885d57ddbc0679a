/**
 * A value as `yaml.safe_load` gives it to a training app. Kinds have Python's names where they are common;
 * `pairs` is what `!!omap` and `!!pairs` give: a list of tuples.
 */
export type PyValue =
  | { readonly kind: "null" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "str"; readonly value: string }
  /** `2026-01-01`. */
  | { readonly kind: "date"; readonly value: string }
  /** As Python's `isoformat()` writes it. */
  | { readonly kind: "datetime"; readonly value: string }
  /** Bytes, in base64. */
  | { readonly kind: "bytes"; readonly value: string }
  | PyList
  | PyMap
  | { readonly kind: "set"; readonly items: readonly PyValue[] }
  | { readonly kind: "pairs"; readonly entries: readonly PyEntry[] };

/** A list, in its order. */
export interface PyList {
  readonly kind: "list";
  readonly items: readonly PyValue[];
}
/** A dict, in Python's order. */
export interface PyMap {
  readonly kind: "map";
  readonly entries: readonly PyEntry[];
}
/** A key of a dict and its value. */
export type PyEntry = readonly [key: PyValue, value: PyValue];

export const pyNull: PyValue = Object.freeze({ kind: "null" });

/** A text that two keys share exactly when Python takes them for the same key: `1`, `1.0` and `true` are one. */
export function pyKeyId(key: PyValue): string {
  switch (key.kind) {
    case "null":
      return "null";
    case "bool":
      return key.value ? "number 1" : "number 0";
    case "int":
      return `number ${key.value}`;
    case "float":
      return Number.isInteger(key.value) ? `number ${BigInt(key.value)}` : `float ${key.value}`;
    case "list":
    case "map":
    case "set":
    case "pairs":
      return key.kind;
    default:
      return `${key.kind} ${key.value}`;
  }
}

/** Whether two values are the same to a reader; the order of a mapping's keys does not count. */
export function pyEquals(a: PyValue, b: PyValue): boolean {
  if (a === b) return true;
  if (a.kind === "list" && b.kind === "list") return sameItems(a.items, b.items);
  if (a.kind === "map" && b.kind === "map") return sameEntries(a.entries, b.entries);
  if (a.kind === "set" && b.kind === "set")
    return a.items.length === b.items.length && sameKeys(a.items, b.items);
  if (a.kind === "pairs" && b.kind === "pairs") return sameItems(a.entries.flat(), b.entries.flat());
  if (a.kind === "float" && b.kind === "float") return Object.is(a.value, b.value);
  return a.kind === b.kind && "value" in a && "value" in b
    ? a.value === b.value
    : a.kind === b.kind && a.kind === "null";
}

function sameItems(a: readonly PyValue[], b: readonly PyValue[]): boolean {
  return a.length === b.length && a.every((item, i) => pyEquals(item, b[i] ?? pyNull));
}

function sameKeys(a: readonly PyValue[], b: readonly PyValue[]): boolean {
  const ids = new Set(b.map(pyKeyId));
  return a.every((item) => ids.has(pyKeyId(item)));
}

function sameEntries(a: readonly PyEntry[], b: readonly PyEntry[]): boolean {
  if (a.length !== b.length) return false;
  const others = new Map(b.map(([key, value]) => [pyKeyId(key), value]));
  return a.every(([key, value]) => {
    const other = others.get(pyKeyId(key));
    return other !== undefined && pyEquals(value, other);
  });
}
