/** A kind of value as PyYAML reads it. */
export type PythonKind = "int" | "float" | "bool" | "str" | "list" | "map" | "null";

// PyYAML's own patterns for plain scalars: an exponent needs a point and a sign, so 6e-4 stays text.
const patterns: readonly (readonly [PythonKind, RegExp])[] = [
  ["bool", /^(yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/],
  ["null", /^(~|null|Null|NULL|)$/],
  ["int", /^[-+]?(0b[01_]+|0[0-7_]+|(0|[1-9][\d_]*)|0x[\da-fA-F_]+)$/],
  ["float", /^[-+]?((\d[\d_]*)\.[\d_]*([eE][-+]\d+)?|\.[\d_]+([eE][-+]\d+)?)$/],
];

/** The kind that PyYAML gives a plain scalar. */
export function pythonKind(plain: string): PythonKind {
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? "str";
}

/** The value that PyYAML gives a plain scalar. */
export function pythonValue(plain: string): string | number | boolean | null {
  const kind = pythonKind(plain);
  if (kind === "bool") return /^(yes|true|on)$/i.test(plain);
  if (kind === "null") return null;
  if (kind === "int" || kind === "float") return Number(plain.replaceAll("_", ""));
  return plain;
}
