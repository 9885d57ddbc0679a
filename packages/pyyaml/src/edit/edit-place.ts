import type { MapNode, MapPair } from "../compose/node.ts";
import { isMerge } from "../construct/flatten-merges.ts";
import { writeFlow } from "../write/write-value.ts";
import type { Edit, Place } from "./find-place.ts";
import { appendItem, appendPair } from "./grow-collection.ts";
import type { Slot } from "./replace-value.ts";
import { replaceValue } from "./replace-value.ts";
import { removePart } from "./shrink-collection.ts";
import type { Splice } from "./splice.ts";

/** The pieces of text that an edit writes over. */
export function editPlace(text: string, { edit }: Place): readonly Splice[] {
  switch (edit.kind) {
    case "replace":
      return replaceValue(text, edit.slot, writeFlow(edit.value));
    case "append-pair":
      return appendPair(text, edit.map, edit.key, edit.value);
    case "append-item":
      return appendItem(text, edit.list, edit.value);
    case "remove-item": {
      const { list, at } = edit;
      const parts = list.items.map((item) => ({ start: item.start, end: item.node.end }));
      return parts.length > 1 ? removePart(text, parts, at, list.flow) : replaceValue(text, edit.slot, "[]");
    }
    case "remove-pairs":
      return removePairs(text, edit);
  }
}

function removePairs(text: string, edit: Extract<Edit, { kind: "remove-pairs" }>): readonly Splice[] {
  const { map, at, inherited } = edit;
  if (at.length === map.pairs.length) return replaceValue(text, edit.slot, "{}");
  const parts = map.pairs.map((pair) => ({ start: pair.start, end: Math.max(pair.key.end, pair.value.end) }));
  const removed = at.flatMap((i) => removePart(text, parts, i, map.flow));
  const [merge, ...more] = map.pairs.filter(isMerge);
  if (inherited === undefined || merge === undefined) return removed;
  const written = writeFlow({ kind: "map", entries: inherited });
  return [
    ...removed,
    ...replaceValue(text, slotOf(map, merge), written),
    ...more.flatMap((pair) => replaceValue(text, slotOf(map, pair), "{}")),
  ];
}

function slotOf(map: MapNode, pair: MapPair): Slot {
  return { start: pair.start, after: pair.after, key: pair.key, node: pair.value, flow: map.flow };
}
