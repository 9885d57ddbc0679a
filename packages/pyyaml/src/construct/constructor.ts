import type { ContentNode, MapNode, ScalarNode, YamlNode } from "../compose/node.ts";
import { followAlias } from "../compose/node.ts";
import { deepest } from "../compose/parser.ts";
import { resolvePlain } from "../compose/resolve-plain.ts";
import { YamlFault } from "../scan/yaml-fault.ts";
import { constructBytes } from "./construct-bytes.ts";
import { constructDate } from "./construct-date.ts";
import { constructFloat, constructInt } from "./construct-number.ts";
import type { FlatMappings } from "./flatten-merges.ts";
import { flattenMerges } from "./flatten-merges.ts";
import type { PyEntry, PyValue } from "./py-value.ts";
import { pyKeyId, pyNull } from "./py-value.ts";

/** Values a document may come to when its aliases are written out. */
const mostValues = 100_000;
const standard = "tag:yaml.org,2002:";
const bools = new Map([
  ["yes", true],
  ["no", false],
  ["true", true],
  ["false", false],
  ["on", true],
  ["off", false],
]);

/** Makes of nodes what `yaml.safe_load` makes of them. */
export class Constructor {
  /** What nodes came to, in how many values and levels; an alias costs as much as what it names. */
  readonly #made = new Map<
    ContentNode,
    { readonly value: PyValue; readonly size: number; readonly depth: number }
  >();
  readonly #flat: FlatMappings = new Map();
  #size = 0;
  /** Levels of what was made last. */
  #depth = 0;

  /** The value of a node, as `safe_load` makes it. @throws YamlFault where PyYAML refuses. */
  construct(node: YamlNode): PyValue {
    const content = followAlias(node);
    const known = this.#made.get(content);
    if (known !== undefined) {
      this.#grow(known.size, node);
      this.#depth = Math.max(this.#depth, known.depth);
      return known.value;
    }
    const [sizeBefore, depthBefore] = [this.#size, this.#depth];
    this.#grow(1, node);
    this.#depth = 0;
    const value = this.#content(content);
    const depth = this.#depth + 1;
    if (depth > deepest + 1)
      throw new YamlFault(`more than ${deepest} levels within each other`, node.start, "limit");
    this.#depth = Math.max(depthBefore, depth);
    this.#made.set(content, { value, size: this.#size - sizeBefore, depth });
    return value;
  }

  #grow(by: number, node: YamlNode): void {
    this.#size += by;
    if (this.#size > mostValues)
      throw new YamlFault(
        `with its aliases written out it holds more than ${mostValues} values`,
        node.start,
        "limit",
      );
  }

  #content(node: ContentNode): PyValue {
    const tag = shortTag(node);
    if (node.kind === "scalar") {
      const value = scalarValue(tag, node.value);
      if (value !== undefined) return value;
      throw new YamlFault(refusal(node, tag), node.start, "value");
    }
    if (tag === "seq" && node.kind === "list")
      return { kind: "list", items: node.items.map((item) => this.construct(item.node)) };
    if (tag === "map" && node.kind === "map") return { kind: "map", entries: this.#entries(node) };
    if (tag === "set" && node.kind === "map")
      return { kind: "set", items: this.#entries(node).map(([key]) => key) };
    if ((tag === "omap" || tag === "pairs") && node.kind === "list")
      return { kind: "pairs", entries: node.items.map((item) => this.#tuple(item.node)) };
    throw new YamlFault(
      `the tag ${tagName(node)} does not fit a ${node.kind}, or is unknown`,
      node.start,
      "value",
    );
  }

  #entries(node: MapNode): readonly PyEntry[] {
    const entries = new Map<string, PyEntry>();
    for (const pair of flattenMerges(node, this.#flat)) {
      const key = this.key(pair.key);
      const value = this.construct(pair.value);
      const id = pyKeyId(key);
      entries.set(id, [entries.get(id)?.[0] ?? key, value]);
    }
    return [...entries.values()];
  }

  /** A mapping's key: there `=` is a text, which alone it may not be. */
  key(node: YamlNode): PyValue {
    const content = followAlias(node);
    if (content.kind === "scalar" && shortTag(content) === "value")
      return { kind: "str", value: content.value };
    const key = this.construct(node);
    if ("items" in key || "entries" in key)
      throw new YamlFault(`a ${key.kind} cannot be a key`, node.start, "value");
    return key;
  }

  #tuple(node: YamlNode): PyEntry {
    const map = followAlias(node);
    const [pair, more] = map.kind === "map" ? map.pairs : [];
    if (pair === undefined || more !== undefined)
      throw new YamlFault("an ordered mapping is a list of mappings with one key each", node.start, "value");
    return [this.construct(pair.key), this.construct(pair.value)];
  }
}

/** The tag without YAML's own prefix: written, or found as PyYAML finds it. */
function shortTag(node: ContentNode): string {
  if (node.tag !== undefined && node.tag !== "!")
    return node.tag.startsWith(standard) ? node.tag.slice(standard.length) : `!${node.tag}`;
  if (node.kind !== "scalar") return node.kind === "list" ? "seq" : "map";
  const plain = node.style === "plain" || node.style === "empty" || node.tag === "!";
  return plain ? resolvePlain(node.value) : "str";
}

/** What a scalar reads as under a tag (`int`, `str`, …); undefined where PyYAML refuses. */
export function scalarValue(tag: string, text: string): PyValue | undefined {
  switch (tag) {
    case "str":
      return { kind: "str", value: text };
    case "null":
      return pyNull;
    case "bool": {
      const value = bools.get(text.toLowerCase());
      return value === undefined ? undefined : { kind: "bool", value };
    }
    case "int": {
      const value = constructInt(text);
      return value === undefined ? undefined : { kind: "int", value };
    }
    case "float": {
      const value = constructFloat(text);
      return value === undefined ? undefined : { kind: "float", value };
    }
    case "timestamp":
      return constructDate(text);
    case "binary": {
      const value = constructBytes(text);
      return value === undefined ? undefined : { kind: "bytes", value };
    }
    default:
      return undefined;
  }
}

function refusal(node: ScalarNode, tag: string): string {
  if (tag === "value" || tag === "merge") return `${node.value} alone is no value (put it in quotes)`;
  if (node.tag !== undefined)
    return `the tag ${tagName(node)} does not fit ${JSON.stringify(node.value)}, or is unknown`;
  return `${node.value} looks like a ${tag}, but is none (put it in quotes)`;
}

function tagName(node: ContentNode): string {
  return node.tag?.replace(standard, "!!") ?? "";
}
