import type { Json, PyEntry, PyValue } from "@trainyard/pyyaml";
import { parsePyYaml, writePyYaml } from "@trainyard/pyyaml";

type Values = { readonly [key: string]: Json };

/** What tuning must come to, written down apart from the code under test; keys here hold no dots. */
export function mergeReference(data: PyValue, values: Values): PyValue {
  let entries: readonly PyEntry[] = data.kind === "map" ? data.entries : [];
  for (const [name, value] of Object.entries(values)) {
    const key = keyFor(entries, name);
    const old = entries.find(([other]) => id(other) === id(key))?.[1];
    const others = entries.filter(([other]) => id(other) !== id(key));
    if (value === null) entries = others;
    else entries = [...others, [key, isObject(value) ? mergeReference(onto(old), value) : read(value)]];
  }
  return { kind: "map", entries };
}

function onto(old: PyValue | undefined): PyValue {
  return old?.kind === "map" ? old : { kind: "map", entries: [] };
}

/** A text key as it is, or else the key that PyYAML reads the name as. */
function keyFor(entries: readonly PyEntry[], name: string): PyValue {
  const text: PyValue = { kind: "str", value: name };
  if (entries.some(([key]) => id(key) === id(text)) || /[:\s]/.test(name)) return text;
  const plain = parsePyYaml(name);
  return entries.some(([key]) => id(key) === id(plain)) ? plain : text;
}

function id(key: PyValue): string {
  return JSON.stringify(key, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

function read(value: Json): PyValue {
  return parsePyYaml(writePyYaml(value));
}

function isObject(value: Json): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
