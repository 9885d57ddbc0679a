import type { YamlNode } from "../compose/node.ts";
import type { Splice } from "./splice.ts";
import { lineEnd, lineStart, nextLine } from "./splice.ts";

/** A place where a value stands: after a colon or a dash, or nowhere yet. */
export interface Slot {
  /** Where the pair or item starts. */
  readonly start: number;
  /** After the colon or dash; undefined for a key without a colon. */
  readonly after: number | undefined;
  /** The key, for a pair. */
  readonly key: YamlNode | undefined;
  readonly node: YamlNode;
  readonly flow: boolean;
}

/** Writes a value of one line over the one in a slot; the comment beside the key stays. */
export function replaceValue(text: string, slot: Slot, written: string): readonly Splice[] {
  const { node, after } = slot;
  if (node.kind === "scalar" && node.style === "empty" && node.start === node.end)
    return fillSlot(text, slot, written);
  if (node.kind === "scalar" && (node.style === "literal" || node.style === "folded")) {
    const header = /^[|>][+-]?\d?[+-]?/.exec(text.slice(node.content))?.[0].length ?? 1;
    const head: Splice = { start: node.start, end: node.content + header, text: written };
    // A text that ends without a line break goes on doing so.
    const open = node.end === text.length && nextLine(text, node.end - 1) === text.length;
    const below = open ? lineEnd(text, node.content) : nextLine(text, node.content);
    return node.end < below ? [head] : [head, { start: below, end: nextLine(text, node.end), text: "" }];
  }
  const beside = after === undefined || lineEnd(text, after) >= node.content;
  if (node.kind === "alias" || node.kind === "scalar" || node.flow || beside)
    return [{ start: node.start, end: node.end, text: written }];
  const lines: Splice = { start: lineStart(text, node.content), end: nextLine(text, node.end), text: "" };
  return [{ start: after, end: after, text: ` ${written}` }, ...properties(text, node), lines];
}

function fillSlot(text: string, { start, after, key, flow }: Slot, written: string): readonly Splice[] {
  if (after !== undefined) return [{ start: after, end: after, text: ` ${written}` }];
  const end = key?.end ?? start;
  const colon = flow ? ": " : `\n${" ".repeat(start - lineStart(text, start))}: `;
  return [{ start: end, end, text: colon + written }];
}

/** An anchor and a tag beside the key go with the block they belonged to. */
function properties(text: string, node: YamlNode): readonly Splice[] {
  if (node.start === node.content) return [];
  const written = /^[^#\r\n]*/.exec(text.slice(node.start, node.content))?.[0].trimEnd() ?? "";
  return [{ start: node.start - 1, end: node.start + written.length, text: "" }];
}
