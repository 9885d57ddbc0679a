import type { Cursor } from "./cursor.ts";
import { isBreak, isBreakOrEnd } from "./cursor.ts";
import { YamlFault } from "./yaml-fault.ts";

/** A literal (`|`) or folded (`>`) scalar. `end` is where its last line ends; with `+`, its blank lines too. */
export interface BlockScan {
  readonly value: string;
  readonly end: number;
}

/** Reads a block scalar; the cursor stands on `|` or `>`. */
export function scanBlockScalar(cursor: Cursor, parentIndent: number): BlockScan {
  const folded = cursor.peek() === 0x3e;
  cursor.at++;
  const { chomping, increment } = scanHeader(cursor);
  let end = cursor.at;
  skipHeaderLine(cursor);
  const least = Math.max(parentIndent + 1, 1);
  let indent: number;
  let breaks: string;
  if (increment === undefined) {
    const found = measureIndent(cursor);
    indent = Math.max(least, found.indent);
    breaks = found.breaks;
  } else {
    indent = least + increment - 1;
    breaks = scanBreaks(cursor, indent);
  }
  let value = "";
  let lineBreak = "";
  while (cursor.column === indent && cursor.peek() !== 0) {
    value += breaks;
    const indented = isSpaceOrTab(cursor.peek());
    const from = cursor.at;
    while (!isBreakOrEnd(cursor.peek())) cursor.at++;
    value += cursor.text.slice(from, cursor.at);
    end = cursor.at;
    lineBreak = cursor.lineBreak();
    breaks = scanBreaks(cursor, indent);
    if (cursor.column !== indent || cursor.peek() === 0) break;
    const folds = folded && lineBreak === "\n" && !indented && !isSpaceOrTab(cursor.peek());
    if (!folds) value += lineBreak;
    else if (breaks === "") value += " ";
  }
  if (chomping !== "-") value += lineBreak;
  if (chomping !== "+") return { value, end };
  return { value: value + breaks, end: cursor.lineStart > end ? cursor.lineStart : cursor.at };
}

function scanHeader(cursor: Cursor): { chomping: string; increment: number | undefined } {
  const found = /[+-]?\d?[+-]?/y;
  found.lastIndex = cursor.at;
  const text = found.exec(cursor.text)?.[0] ?? "";
  const header = /^([+-]?)(\d?)$|^(\d)([+-])$/.exec(text);
  const digit = header?.[2] || header?.[3];
  if (header === null || digit === "0")
    throw new YamlFault("after | or > stand at most one sign and one digit from 1 to 9", cursor.at);
  cursor.at += text.length;
  if (cursor.peek() !== 0x20 && !isBreakOrEnd(cursor.peek()))
    throw new YamlFault("the text after | or > starts on the next line", cursor.at);
  return { chomping: header[1] || header[4] || "", increment: digit ? Number(digit) : undefined };
}

function skipHeaderLine(cursor: Cursor): void {
  cursor.skipSpaces();
  if (cursor.peek() === 0x23) while (!isBreakOrEnd(cursor.peek())) cursor.at++;
  if (!isBreakOrEnd(cursor.peek()))
    throw new YamlFault("the text after | or > starts on the next line", cursor.at);
  cursor.lineBreak();
}

/** The indentation is that of the first line with text, or of a longer blank line before it. */
function measureIndent(cursor: Cursor): { breaks: string; indent: number } {
  let breaks = "";
  let indent = 0;
  for (;;) {
    if (isBreak(cursor.peek())) breaks += cursor.lineBreak();
    else if (cursor.peek() === 0x20) {
      cursor.at++;
      indent = Math.max(indent, cursor.column);
    } else return { breaks, indent };
  }
}

function scanBreaks(cursor: Cursor, indent: number): string {
  let breaks = "";
  for (;;) {
    while (cursor.column < indent && cursor.peek() === 0x20) cursor.at++;
    if (!isBreak(cursor.peek())) return breaks;
    breaks += cursor.lineBreak();
  }
}

function isSpaceOrTab(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
