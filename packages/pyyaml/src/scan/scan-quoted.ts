import type { Cursor } from "./cursor.ts";
import { isBreak, isSpaceOrEnd } from "./cursor.ts";
import { YamlFault } from "./yaml-fault.ts";

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "\\": "\\",
  "/": "/",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads a scalar in single or double quotes; the cursor stands on the quote. */
export function scanQuoted(cursor: Cursor, double: boolean): string {
  const quote = cursor.peek();
  cursor.at++;
  let value = scanWords(cursor, double);
  while (cursor.peek() !== quote) {
    value += scanGap(cursor);
    value += scanWords(cursor, double);
  }
  cursor.at++;
  return value;
}

function scanWords(cursor: Cursor, double: boolean): string {
  let value = "";
  for (;;) {
    const from = cursor.at;
    while (!endsWord(cursor.peek(), double)) cursor.at++;
    value += cursor.text.slice(from, cursor.at);
    if (!double && cursor.peek() === 0x27 && cursor.peek(1) === 0x27) {
      value += "'";
      cursor.at += 2;
    } else if (double && cursor.peek() === 0x5c) {
      cursor.at++;
      value += scanEscape(cursor);
    } else return value;
  }
}

function endsWord(code: number, double: boolean): boolean {
  return isSpaceOrEnd(code) || (double ? code === 0x22 || code === 0x5c : code === 0x27);
}

function scanEscape(cursor: Cursor): string {
  if (isBreak(cursor.peek())) {
    cursor.lineBreak();
    return scanBreaks(cursor);
  }
  const letter = cursor.text.charAt(cursor.at);
  const simple = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  const digits = Object.hasOwn(hexLengths, letter) ? hexLengths[letter] : undefined;
  if (simple === undefined && digits === undefined)
    throw new YamlFault(`\\${letter} is no escape in double quotes (write \\\\ for a backslash)`, cursor.at);
  cursor.at++;
  if (simple !== undefined) return simple;
  const hex = cursor.text.slice(cursor.at, cursor.at + (digits ?? 0));
  if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex))
    throw new YamlFault(`\\${letter} needs ${digits} hexadecimal digits`, cursor.at);
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff) throw new YamlFault(`\\U${hex} is no character`, cursor.at, "value");
  cursor.at += hex.length;
  return String.fromCodePoint(code);
}

function scanGap(cursor: Cursor): string {
  const from = cursor.at;
  while (cursor.peek() === 0x20 || cursor.peek() === 0x09) cursor.at++;
  if (cursor.peek() === 0) throw new YamlFault("a quote is not closed", cursor.at);
  if (!isBreak(cursor.peek())) return cursor.text.slice(from, cursor.at);
  const first = cursor.lineBreak();
  const breaks = scanBreaks(cursor);
  if (first !== "\n") return first + breaks;
  return breaks === "" ? " " : breaks;
}

function scanBreaks(cursor: Cursor): string {
  let breaks = "";
  for (;;) {
    if (cursor.atSeparator() && cursor.column === 0)
      throw new YamlFault("a document ends within quotes", cursor.at);
    while (cursor.peek() === 0x20 || cursor.peek() === 0x09) cursor.at++;
    if (!isBreak(cursor.peek())) return breaks;
    breaks += cursor.lineBreak();
  }
}
