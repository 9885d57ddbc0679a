import type { ListNode, MapNode, YamlNode } from "../compose/node.ts";
import type { PyValue } from "../construct/py-value.ts";
import { blockLines, writeFlow, writeKey } from "../write/write-value.ts";
import { replaceValue } from "./replace-value.ts";
import type { Splice } from "./splice.ts";
import { insertLines, lineStart, nextLine } from "./splice.ts";

/** Puts a new key at the end of a mapping. */
export function appendPair(text: string, map: MapNode, key: PyValue, value: PyValue): readonly Splice[] {
  const last = map.pairs.at(-1);
  const [first] = map.pairs;
  if (map.flow || last === undefined || first === undefined) {
    const end = last === undefined ? map.content + 1 : Math.max(last.value.end, last.key.end);
    return [
      { start: end, end, text: `${last === undefined ? "" : ", "}${writeKey(key)}: ${writeFlow(value)}` },
    ];
  }
  const indent = first.start - lineStart(text, first.start);
  return [
    ...closeBlockScalar(text, map),
    insertLines(text, nextLine(text, map.end), blockLines([[key, value]], indent)),
  ];
}

/** Puts a value at the end of a list. */
export function appendItem(text: string, list: ListNode, value: PyValue): readonly Splice[] {
  const last = list.items.at(-1);
  const [first] = list.items;
  if (list.flow || last === undefined || first === undefined) {
    const end = last === undefined ? list.content + 1 : last.node.end;
    return [{ start: end, end, text: (last === undefined ? "" : ", ") + writeFlow(value) }];
  }
  const indent = " ".repeat(first.start - lineStart(text, first.start));
  return [
    ...closeBlockScalar(text, list),
    insertLines(text, nextLine(text, list.end), [`${indent}- ${writeFlow(value)}`]),
  ];
}

/** A block scalar that ends the text without a line break would get one from a line after it. */
function closeBlockScalar(text: string, node: YamlNode): readonly Splice[] {
  if (node.end !== text.length || nextLine(text, node.end - 1) !== text.length) return [];
  const slot = lastSlot(node);
  if (slot?.node.kind !== "scalar" || !["literal", "folded"].includes(slot.node.style)) return [];
  const written = writeFlow({ kind: "str", value: slot.node.value });
  return replaceValue(text, { ...slot, key: undefined, flow: false }, written);
}

function lastSlot(node: YamlNode): { start: number; after: number | undefined; node: YamlNode } | undefined {
  if (node.kind !== "map" && node.kind !== "list") return undefined;
  const pair = node.kind === "map" ? node.pairs.at(-1) : undefined;
  const item = node.kind === "list" ? node.items.at(-1) : undefined;
  const slot = pair === undefined ? item : { start: pair.start, after: pair.after, node: pair.value };
  return slot === undefined ? undefined : (lastSlot(slot.node) ?? slot);
}
