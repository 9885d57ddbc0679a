import type { ContentNode, ListNode, MapNode, YamlNode } from "../compose/node.ts";
import { Constructor } from "../construct/constructor.ts";
import { isMerge } from "../construct/flatten-merges.ts";
import type { PyEntry, PyValue } from "../construct/py-value.ts";
import { pyKeyId, pyNull } from "../construct/py-value.ts";
import type { Slot } from "./replace-value.ts";
import type { Change } from "./set-value.ts";
import type { Step } from "./step.ts";
import { valueAt } from "./step.ts";

/** What is to be done with the text, and to which nodes. */
export type Edit =
  | { readonly kind: "replace"; readonly slot: Slot; readonly value: PyValue }
  | { readonly kind: "append-pair"; readonly map: MapNode; readonly key: PyValue; readonly value: PyValue }
  | { readonly kind: "append-item"; readonly list: ListNode; readonly value: PyValue }
  | { readonly kind: "remove-item"; readonly slot: Slot; readonly list: ListNode; readonly at: number }
  /** `inherited` is what `<<` must still bring in when the key came through it. */
  | {
      readonly kind: "remove-pairs";
      readonly slot: Slot;
      readonly map: MapNode;
      readonly at: readonly number[];
      readonly inherited: readonly PyEntry[] | undefined;
    };

export interface Place {
  readonly edit: Edit;
  /** Nodes on the way, whose values change with the edit. */
  readonly through: readonly ContentNode[];
  /** Nodes that the edit takes out of the text. */
  readonly gone: readonly YamlNode[];
}

/** Finds where in the text a change is made. What came through an alias or `<<` gets a copy of its own. */
export function findPlace(root: YamlNode, change: Change, after: PyValue): Place | undefined {
  const through: ContentNode[] = [];
  let slot: Slot = { start: root.start, after: undefined, key: undefined, node: root, flow: false };
  let meant = after;
  for (const [i, step] of change.steps.entries()) {
    const { node } = slot;
    if (node.kind === "alias" || node.kind === "scalar") break;
    through.push(node);
    const last = i === change.steps.length - 1;
    const value = valueAt(meant, step);
    if (last && change.value === undefined) return removal(slot, node, step, through, meant);
    const found = node.kind === "map" ? pairSlot(node, step) : itemSlot(node, step);
    if (found === undefined && node.kind === "map" && node.bare) break;
    if (found === undefined) return value === undefined ? undefined : addition(node, step, value, through);
    slot = found;
    meant = value ?? pyNull;
  }
  return { edit: { kind: "replace", slot, value: meant }, through, gone: [slot.node] };
}

/** Of several pairs with one key PyYAML takes the last. */
function pairSlot(map: MapNode, step: Step): Slot | undefined {
  const pair = map.pairs[ownPairs(map, step).at(-1) ?? -1];
  return pair === undefined
    ? undefined
    : { start: pair.start, after: pair.after, key: pair.key, node: pair.value, flow: map.flow };
}

function ownPairs(map: MapNode, step: Step): readonly number[] {
  if (typeof step === "number") return [];
  return map.pairs.flatMap((pair, i) => (!isMerge(pair) && keyId(pair.key) === pyKeyId(step) ? [i] : []));
}

function keyId(key: YamlNode): string {
  return pyKeyId(new Constructor().key(key));
}

function itemSlot(list: ListNode, step: Step): Slot | undefined {
  const item = typeof step === "number" ? list.items[step] : undefined;
  return item === undefined ? undefined : { ...item, key: undefined, flow: list.flow };
}

function addition(
  node: MapNode | ListNode,
  step: Step,
  value: PyValue,
  through: readonly ContentNode[],
): Place | undefined {
  if (node.kind === "list") return { edit: { kind: "append-item", list: node, value }, through, gone: [] };
  if (typeof step === "number") return undefined;
  return { edit: { kind: "append-pair", map: node, key: step, value }, through, gone: [] };
}

function removal(
  slot: Slot,
  node: MapNode | ListNode,
  step: Step,
  through: readonly ContentNode[],
  meant: PyValue,
): Place | undefined {
  if (node.kind === "list") {
    const item = typeof step === "number" ? node.items[step] : undefined;
    if (typeof step !== "number" || item === undefined) return undefined;
    return { edit: { kind: "remove-item", slot, list: node, at: step }, through, gone: [item.node] };
  }
  const at = ownPairs(node, step);
  const merges = node.pairs.filter(isMerge);
  const gone = [...at.map((i) => node.pairs[i]), ...merges].flatMap((pair) =>
    pair ? [pair.key, pair.value] : [],
  );
  const own = new Set(node.pairs.filter((pair) => !isMerge(pair)).map((pair) => keyId(pair.key)));
  const entries = meant.kind === "map" ? meant.entries : [];
  const inherited = entries.filter(([key]) => !own.has(pyKeyId(key)));
  const left = merges.length > 0 ? inherited : undefined;
  return { edit: { kind: "remove-pairs", slot, map: node, at, inherited: left }, through, gone };
}
