import type { ScalarStyle } from "../scan/token.ts";

/** Where a node stands, and its properties. `start` counts the properties in, `content` does not. */
interface Placed {
  readonly start: number;
  readonly content: number;
  readonly end: number;
  readonly anchor: string | undefined;
  /** The tag in full, when one is written; `!` is the one that means none. */
  readonly tag: string | undefined;
}

/** A scalar: `value` is its text without quotes and folds. */
export interface ScalarNode extends Placed {
  readonly kind: "scalar";
  readonly value: string;
  readonly style: ScalarStyle;
}

/** A sequence, in block or flow style. */
export interface ListNode extends Placed {
  readonly kind: "list";
  readonly flow: boolean;
  readonly items: readonly ListItem[];
}

/** An item of a sequence, and where it stands. */
export interface ListItem {
  /** The dash, or the item itself in flow. */
  readonly start: number;
  /** Where a value can be written: after the dash. */
  readonly after: number;
  readonly node: YamlNode;
}

/** A mapping, in block or flow style; keys may occur twice. */
export interface MapNode extends Placed {
  readonly kind: "map";
  readonly flow: boolean;
  /** The mapping that `a: 1` is in `[a: 1]`, without braces. */
  readonly bare?: boolean;
  readonly pairs: readonly MapPair[];
}

/** A key with its value, and where they stand. */
export interface MapPair {
  /** The key, or the `?` before it. */
  readonly start: number;
  readonly key: YamlNode;
  /** The place after the colon; undefined when there is none. */
  readonly after: number | undefined;
  readonly value: YamlNode;
}

/** A use of an anchor; `target` is the node that it stands for. */
export interface AliasNode extends Placed {
  readonly kind: "alias";
  readonly name: string;
  readonly target: ContentNode;
}

/** A node that holds something itself. */
export type ContentNode = ScalarNode | ListNode | MapNode;
/** A node of a text, with its place. */
export type YamlNode = ContentNode | AliasNode;

/** The node itself, or what an alias stands for. */
export function followAlias(node: YamlNode): ContentNode {
  return node.kind === "alias" ? node.target : node;
}
