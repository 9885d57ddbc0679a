import type { Cursor } from "./cursor.ts";
import { isBreakOrEnd, isSpaceOrEnd, isWord } from "./cursor.ts";
import type { Token } from "./token.ts";
import { YamlFault } from "./yaml-fault.ts";

const uriCharacters = /(?:[0-9A-Za-z\-;/?:@&=+$,_.!~*'()[\]]|%[0-9A-Fa-f]{2})+/y;

/** Reads `&name` or `*name`. */
export function scanAnchor(cursor: Cursor): Token {
  const start = cursor.at;
  const kind = cursor.peek() === 0x2a ? "alias" : "anchor";
  cursor.at++;
  while (isWord(cursor.peek())) cursor.at++;
  const name = cursor.text.slice(start + 1, cursor.at);
  const next = cursor.peek();
  if (name === "" || !(isSpaceOrEnd(next) || "?:,]}%@`".includes(String.fromCharCode(next))))
    throw new YamlFault(
      kind === "alias"
        ? "* starts an alias, whose name is made of letters, digits, - and _ (quote the text if it is none)"
        : "& starts an anchor, whose name is made of letters, digits, - and _ (quote the text if it is none)",
      start,
    );
  return { kind, name, start, end: cursor.at };
}

/** Reads `!tag`, `!!tag`, `!handle!tag`, `!<uri>` or a lone `!`. */
export function scanTag(cursor: Cursor): Token {
  const start = cursor.at;
  const next = cursor.peek(1);
  let handle: string | undefined;
  let suffix = "!";
  if (next === 0x3c) {
    cursor.at += 2;
    suffix = scanUri(cursor);
    if (cursor.peek() !== 0x3e) throw new YamlFault("a tag lacks its >", cursor.at);
    cursor.at++;
  } else if (isSpaceOrEnd(next)) cursor.at++;
  else {
    handle = scanHandle(cursor);
    suffix = scanUri(cursor);
  }
  const after = cursor.peek();
  if (after !== 0x20 && !isBreakOrEnd(after))
    throw new YamlFault("a tag ends with a space (quote the text if it is none)", cursor.at);
  return { kind: "tag", handle, suffix, start, end: cursor.at };
}

/** The handle before the last part: `!` alone unless a second `!` comes before white space. */
function scanHandle(cursor: Cursor): string {
  let length = 1;
  while (!isBreakOrEnd(cursor.peek(length)) && cursor.peek(length) !== 0x20) {
    if (cursor.peek(length) === 0x21) {
      const handle = cursor.text.slice(cursor.at, cursor.at + length + 1);
      if (!/^![0-9A-Za-z_-]*!$/.test(handle))
        throw new YamlFault("a tag's handle has a bad character", cursor.at);
      cursor.at += handle.length;
      return handle;
    }
    length++;
  }
  cursor.at++;
  return "!";
}

function scanUri(cursor: Cursor): string {
  uriCharacters.lastIndex = cursor.at;
  const text = uriCharacters.exec(cursor.text)?.[0] ?? "";
  if (text === "") throw new YamlFault("a tag has no name", cursor.at);
  cursor.at += text.length;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new YamlFault("a tag has a bad % sequence", cursor.at);
  }
}

/** Reads a `%YAML` or `%TAG` line; other directives are passed over. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.at;
  const line = /%([0-9A-Za-z_-]+)([^\r\n\x85\u2028\u2029]*)/y;
  line.lastIndex = start;
  const [text = "", name = "", rest = ""] = line.exec(cursor.text) ?? [];
  const words = directiveWords(name, rest);
  if (words === undefined)
    throw new YamlFault("a line that starts with % is a directive, and this is none", start);
  cursor.at += text.length;
  const end = cursor.at;
  cursor.lineBreak();
  return { kind: "directive", name, words, start, end };
}

function directiveWords(name: string, rest: string): readonly [string, string] | undefined {
  if (name === "YAML") {
    const version = /^ *(\d+)\.(\d+)(?: *| +#.*)$/.exec(rest);
    return version === null ? undefined : [version[1] ?? "", version[2] ?? ""];
  }
  if (name === "TAG") {
    const tag = /^ *(!(?:[0-9A-Za-z_-]*!)?) +([0-9A-Za-z\-;/?:@&=+$,_.!~*'()[\]%]+)(?: *| +#.*)$/.exec(rest);
    return tag === null ? undefined : [tag[1] ?? "", tag[2] ?? ""];
  }
  return name === "" || !/^(?:[ \r\n]|$)/.test(rest) ? undefined : ["", ""];
}
