import type { AliasNode, ContentNode, YamlNode } from "../compose/node.ts";

/** Every alias in a document, in its order. */
export function findAliases(node: YamlNode): readonly AliasNode[] {
  if (node.kind === "alias") return [node];
  return partsOf(node).flatMap(findAliases);
}

/** A node and all nodes within it, aliases not followed. */
export function nodesWithin(node: YamlNode): readonly YamlNode[] {
  if (node.kind === "alias") return [node];
  return [node, ...partsOf(node).flatMap(nodesWithin)];
}

function partsOf(node: ContentNode): readonly YamlNode[] {
  if (node.kind === "list") return node.items.map((item) => item.node);
  return node.kind === "map" ? node.pairs.flatMap((pair) => [pair.key, pair.value]) : [];
}
