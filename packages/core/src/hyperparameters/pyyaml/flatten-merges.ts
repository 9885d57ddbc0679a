import type { MapNode, MapPair } from "./node.ts";
import { followAlias } from "./node.ts";
import { resolvePlain } from "./resolve-plain.ts";
import { YamlFault } from "./yaml-fault.ts";

/** Pairs that merging may add up to. */
const mostPairs = 100_000;

/**
 * The pairs of a mapping with those that `<<` brings in, which stand before its own.
 * Within `<<: [*a, *b]` the earlier wins; of two `<<` the later.
 */
export function flattenMerges(node: MapNode): readonly MapPair[] {
  if (!node.pairs.some(isMerge)) return node.pairs;
  const merged = node.pairs.filter(isMerge).flatMap((pair) => mergedPairs(pair));
  if (merged.length > mostPairs) throw new YamlFault("merging brings in too many keys", node.start, "limit");
  return [...merged, ...node.pairs.filter((pair) => !isMerge(pair))];
}

/** Whether a pair is `<<: …` without quotes. */
export function isMerge({ key }: MapPair): boolean {
  const node = followAlias(key);
  if (node.kind !== "scalar") return false;
  if (node.tag !== undefined && node.tag !== "!") return node.tag === "tag:yaml.org,2002:merge";
  return (node.style === "plain" || node.tag === "!") && resolvePlain(node.value) === "merge";
}

function mergedPairs(pair: MapPair): readonly MapPair[] {
  const value = followAlias(pair.value);
  if (value.kind === "map") return flattenMerges(value);
  if (value.kind !== "list")
    throw new YamlFault("<< takes a mapping or a list of mappings", pair.value.start, "value");
  return value.items
    .map((item) => {
      const map = followAlias(item.node);
      if (map.kind !== "map")
        throw new YamlFault("<< takes a mapping or a list of mappings", item.node.start, "value");
      return flattenMerges(map);
    })
    .reverse()
    .flat();
}
