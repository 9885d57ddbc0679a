/** How a scalar is written; `empty` is one that is not written at all. */
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded" | "empty";

/** Marks of structure. */
export type MarkKind =
  | "stream-end"
  | "document-start"
  | "document-end"
  | "block-list"
  | "block-map"
  | "block-end"
  | "flow-list"
  | "flow-list-end"
  | "flow-map"
  | "flow-map-end"
  | "comma"
  | "dash"
  | "key"
  | "value";

/** A piece of a YAML text. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: MarkKind }
  | { readonly kind: "scalar"; readonly value: string; readonly style: ScalarStyle }
  | { readonly kind: "alias" | "anchor"; readonly name: string }
  | { readonly kind: "tag"; readonly handle: string | undefined; readonly suffix: string }
  | { readonly kind: "directive"; readonly name: string; readonly words: readonly [string, string] }
);
