import type { PyEntry, PyValue } from "../construct/py-value.ts";
import { writeScalar } from "./write-scalar.ts";

/** PyYAML finds a key by its colon only within 1,024 characters; longer ones are announced by `?`. */
const longestKey = 1000;

/** A value on one line: `{type: AdamW, betas: [0.9, 0.999]}`. */
export function writeFlow(value: PyValue): string {
  switch (value.kind) {
    case "list":
      return `[${value.items.map(writeFlow).join(", ")}]`;
    case "map":
      return `{${value.entries.map(flowEntry).join(", ")}}`;
    case "set":
      return `!!set {${value.items.map((item) => flowEntry([item, { kind: "null" }])).join(", ")}}`;
    case "pairs":
      return `!!pairs [${value.entries.map((entry) => `{${flowEntry(entry)}}`).join(", ")}]`;
    default:
      return writeScalar(value);
  }
}

function flowEntry([key, value]: PyEntry): string {
  return `${writeKey(key)}: ${writeFlow(value)}`;
}

/** A key as it stands before its colon. */
export function writeKey(key: PyValue): string {
  const text = writeFlow(key);
  return text.length > longestKey ? `? ${text} ` : text;
}

/** Lines of a mapping in block style; `indent` is a number of spaces. */
export function blockLines(entries: readonly PyEntry[], indent: number): readonly string[] {
  const margin = " ".repeat(indent);
  return entries.flatMap(([key, value]) => {
    const written = writeFlow(key);
    if (written.length > longestKey) return [`${margin}? ${written}`, `${margin}: ${writeFlow(value)}`];
    return underHead(`${margin}${written}:`, value, indent + 2);
  });
}

/** A value after `key:` or `-`: beside it, or in lines under it. */
function underHead(head: string, value: PyValue, indent: number): readonly string[] {
  if (value.kind === "map" && value.entries.length > 0) return [head, ...blockLines(value.entries, indent)];
  if (value.kind === "list" && value.items.some((item) => item.kind === "map" && item.entries.length > 0))
    return [head, ...value.items.flatMap((item) => itemLines(item, indent))];
  return [`${head} ${writeFlow(value)}`];
}

function itemLines(item: PyValue, indent: number): readonly string[] {
  const margin = " ".repeat(indent);
  if (item.kind !== "map" || item.entries.length === 0) return [`${margin}- ${writeFlow(item)}`];
  const [first = "", ...rest] = blockLines(item.entries, indent + 2);
  return [`${margin}- ${first.trimStart()}`, ...rest];
}
