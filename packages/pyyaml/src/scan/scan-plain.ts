import type { Cursor } from "./cursor.ts";
import { isBreak, isSpaceOrEnd } from "./cursor.ts";

/** A plain scalar; `brokeLine` when the scan ended on a later line than its last word. */
export interface PlainScan {
  readonly value: string;
  readonly end: number;
  readonly brokeLine: boolean;
}

/** Reads a scalar without quotes; it may go on over lines that are indented by `indent` or more. */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): PlainScan {
  let value = "";
  let gap = "";
  let end = cursor.at;
  let brokeLine = false;
  while (cursor.peek() !== 0x23) {
    const length = wordLength(cursor, inFlow);
    if (length === 0) break;
    value += gap + cursor.text.slice(cursor.at, cursor.at + length);
    cursor.at += length;
    end = cursor.at;
    const before = cursor.line;
    const next = scanGap(cursor);
    brokeLine = cursor.line !== before;
    if (next === "" || (!inFlow && cursor.column < indent)) break;
    gap = next;
  }
  return { value, end, brokeLine };
}

/** A word ends at white space, at a colon before white space, and in flow at an indicator. */
function wordLength(cursor: Cursor, inFlow: boolean): number {
  for (let length = 0; ; length++) {
    const code = cursor.peek(length);
    if (isSpaceOrEnd(code)) return length;
    if (inFlow && isFlowIndicator(code)) return length;
    if (code !== 0x3a) continue;
    const next = cursor.peek(length + 1);
    if (isSpaceOrEnd(next) || (inFlow && next !== 0x3f && isFlowIndicator(next))) return length;
  }
}

function isFlowIndicator(code: number): boolean {
  return code === 0x2c || code === 0x3f || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}

/** One line break folds to a space, further ones stay; "" where the scalar cannot go on. */
function scanGap(cursor: Cursor): string {
  const from = cursor.at;
  cursor.skipSpaces();
  if (!isBreak(cursor.peek())) return cursor.text.slice(from, cursor.at);
  const first = cursor.lineBreak();
  if (cursor.atSeparator()) return "";
  let breaks = "";
  for (;;) {
    cursor.skipSpaces();
    if (!isBreak(cursor.peek())) break;
    breaks += cursor.lineBreak();
    if (cursor.atSeparator()) return "";
  }
  if (first !== "\n") return first + breaks;
  return breaks === "" ? " " : breaks;
}
