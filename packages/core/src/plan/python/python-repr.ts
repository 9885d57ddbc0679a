/**
 * A JSON value as Python's `repr` writes it: `['a', True, None]`.
 *
 * Source: platform fact, the agent writes a list of the state so into the app's environment.
 */
export function pythonRepr(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(", ")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, inner]) => `${quote(key)}: ${pythonRepr(inner)}`)
      .join(", ")}}`;
  return String(value);
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(/[\\\p{C}\p{Z}'"]/gu, (char) => (char === mark ? `\\${char}` : escaped(char)));
  return mark + body + mark;
}

const short: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(char: string): string {
  if (char === " " || char === "'" || char === '"') return char;
  const code = char.codePointAt(0) ?? 0;
  const hex = (length: number) => code.toString(16).padStart(length, "0");
  if (code < 0x100) return short[char] ?? `\\x${hex(2)}`;
  return code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}
