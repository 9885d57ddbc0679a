import type { ContentNode, YamlNode } from "../compose/node.ts";
import { Constructor } from "../construct/constructor.ts";
import type { PyValue } from "../construct/py-value.ts";
import { blockLines, writeFlow } from "../write/write-value.ts";
import { editPlace } from "./edit-place.ts";
import { findAliases, nodesWithin } from "./find-aliases.ts";
import type { Place } from "./find-place.ts";
import { findPlace } from "./find-place.ts";
import type { Change } from "./set-value.ts";
import type { Splice } from "./splice.ts";
import { applySplices, insertLines } from "./splice.ts";

/** Makes one change in a text, in place. `after` are the data it must come to. */
export function editText(text: string, root: YamlNode | undefined, change: Change, after: PyValue): string {
  if (root === undefined || (root.kind === "scalar" && root.value === ""))
    return applySplices(text, [
      insertLines(text, text.length, after.kind === "map" ? blockLines(after.entries, 0) : []),
    ]);
  const place = findPlace(root, change, after);
  if (place === undefined) return text;
  const splices = editPlace(text, place);
  return applySplices(text, [...splices, ...detachAliases(root, place, splices)]);
}

/** What other places have through an alias stays: the alias gives way to the value it stood for. */
function detachAliases(root: YamlNode, place: Place, splices: readonly Splice[]): readonly Splice[] {
  const changed = new Set<YamlNode>([...place.through, ...place.gone.flatMap(nodesWithin)]);
  const outside = (node: YamlNode) =>
    !splices.some(
      (splice) => splice.start < splice.end && node.start >= splice.start && node.end <= splice.end,
    );
  return findAliases(root)
    .filter((alias) => changed.has(alias.target) && outside(alias))
    .map((alias) => ({ start: alias.start, end: alias.end, text: writeFlow(valueBehind(alias.target)) }));
}

function valueBehind(node: ContentNode): PyValue {
  return new Constructor().construct(node);
}
