import type { MapNode, MapPair } from "../compose/node.ts";
import { followAlias } from "../compose/node.ts";
import { resolvePlain } from "../compose/resolve-plain.ts";
import { YamlFault } from "../scan/yaml-fault.ts";

/** Mappings whose merges are resolved already, so that merging merged mappings does not multiply. */
export type FlatMappings = Map<MapNode, readonly MapPair[]>;

/**
 * The pairs of a mapping with those that `<<` brings in, which stand before its own.
 * Within `<<: [*a, *b]` the earlier wins; of two `<<` the later. (PyYAML 6.0.4 lets the later win in both.)
 */
export function flattenMerges(node: MapNode, known: FlatMappings): readonly MapPair[] {
  if (!node.pairs.some(isMerge)) return node.pairs;
  const found = known.get(node);
  if (found !== undefined) return found;
  const merged = node.pairs.filter(isMerge).flatMap((pair) => mergedPairs(pair, known));
  const flat = [...lastOfEach(merged), ...node.pairs.filter((pair) => !isMerge(pair))];
  known.set(node, flat);
  return flat;
}

function lastOfEach(pairs: readonly MapPair[]): readonly MapPair[] {
  return [...new Set([...pairs].reverse())].reverse();
}

/** Whether a pair is `<<: …` without quotes. */
export function isMerge({ key }: MapPair): boolean {
  const node = followAlias(key);
  if (node.kind !== "scalar") return false;
  if (node.tag !== undefined && node.tag !== "!") return node.tag === "tag:yaml.org,2002:merge";
  return (node.style === "plain" || node.tag === "!") && resolvePlain(node.value) === "merge";
}

function mergedPairs(pair: MapPair, known: FlatMappings): readonly MapPair[] {
  const value = followAlias(pair.value);
  if (value.kind === "map") return flattenMerges(value, known);
  if (value.kind !== "list")
    throw new YamlFault("<< takes a mapping or a list of mappings", pair.value.start, "value");
  return value.items
    .map((item) => {
      const map = followAlias(item.node);
      if (map.kind !== "map")
        throw new YamlFault("<< takes a mapping or a list of mappings", item.node.start, "value");
      return flattenMerges(map, known);
    })
    .reverse()
    .flat();
}
