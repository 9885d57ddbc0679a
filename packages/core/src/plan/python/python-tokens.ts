/** What a Python literal is made of; numbers say whether they are imaginary. */
export type PythonToken =
  | "real"
  | "imaginary"
  | "str"
  | "bytes"
  | "constant"
  | "set"
  | "["
  | "]"
  | "("
  | ")"
  | "{"
  | "}"
  | ","
  | ":"
  | "+"
  | "-";

const digits = String.raw`\d(?:_?\d)*`;
const float = String.raw`(?:${digits}\.(?:${digits})?|\.${digits})(?:e[+-]?${digits})?|${digits}e[+-]?${digits}`;
const integer = String.raw`0x(?:_?[\da-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+|[1-9](?:_?\d)*|0(?:_?0)*`;
const patterns = {
  imaginary: new RegExp(`(?:${float}|${digits})j`, "iy"),
  float: new RegExp(float, "iy"),
  integer: new RegExp(integer, "iy"),
  quoted:
    /(b|u|r|br|rb|)('''(?:[^\\]|\\[\s\S])*?'''|"""(?:[^\\]|\\[\s\S])*?"""|'(?:[^\\\n']|\\[\s\S])*'|"(?:[^\\\n"]|\\[\s\S])*")/iy,
  word: /True|False|None|set|\.\.\./y,
  mark: /[[\](){},:+-]/y,
  space: /(?:[ \t\f]|\\\n)+|#[^\n]*/y,
};
/** What may follow the line that the literal ends in: empty lines and comments. */
const tail = /^\n(?:[ \t\f]*(?:#[^\n]*)?\n)*(?:[ \t\f]*(?:#[^\n]*|\f))?$/;
/** Python refuses to read longer numbers, and deeper brackets. */
const [maxDigits, maxDepth] = [4300, 200];

/** The tokens of a text, or undefined when it holds anything that no Python literal has. */
export function pythonTokens(source: string): readonly PythonToken[] | undefined {
  const text = source.replace(/\r\n?/g, "\n");
  const tokens: PythonToken[] = [];
  let depth = 0;
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    if (take(patterns.space) !== null) {
      if (text.endsWith("\\\n") && at === text.length) return undefined;
    } else if (text[at] === "\n") {
      if (depth === 0) return tail.test(text.slice(at)) ? tokens : undefined;
      at += 1;
    } else {
      const token = number() ?? quoted() ?? word() ?? mark() ?? "bad";
      if (token === "bad" || depth > maxDepth) return undefined;
      tokens.push(token);
    }
  }
  return tokens;

  function number(): PythonToken | "bad" | undefined {
    if (take(patterns.imaginary) !== null) return "imaginary";
    if (take(patterns.float) !== null) return "real";
    const match = take(patterns.integer)?.[0];
    if (match === undefined) return undefined;
    return /^[1-9]/.test(match) && match.replaceAll("_", "").length > maxDigits ? "bad" : "real";
  }

  function quoted(): PythonToken | "bad" | undefined {
    const [, prefix = "", body = ""] = take(patterns.quoted) ?? [];
    if (body === "") return undefined;
    const bytes = /b/i.test(prefix);
    if (bytes && /[^\0-\x7f]/.test(body)) return "bad";
    if (!/r/i.test(prefix) && hasBadEscape(body, bytes)) return "bad";
    return bytes ? "bytes" : "str";
  }

  function word(): PythonToken | undefined {
    const match = take(patterns.word)?.[0];
    if (match === undefined) return undefined;
    return match === "set" ? "set" : "constant";
  }

  function mark(): PythonToken | undefined {
    const match = take(patterns.mark)?.[0];
    if (match === "[" || match === "(" || match === "{") {
      depth += 1;
      return match;
    }
    if (match === "]" || match === ")" || match === "}") {
      depth -= 1;
      return match;
    }
    return match === "," || match === ":" || match === "+" || match === "-" ? match : undefined;
  }
}

function hasBadEscape(body: string, bytes: boolean): boolean {
  const escapes = body.replaceAll("\\\\", "");
  if (/\\x(?![\da-f]{2})/i.test(escapes.replaceAll("\\X", ""))) return true;
  if (bytes) return false;
  return /\\u(?![\da-fA-F]{4})|\\U(?!00(?:0[\da-fA-F]|10)[\da-fA-F]{4})|\\N(?!\{[^}]+\})/.test(escapes);
}
