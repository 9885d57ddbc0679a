/** What PyYAML takes a scalar without quotes for. */
export type PlainTag = "bool" | "float" | "int" | "merge" | "null" | "timestamp" | "value" | "str";

/** Its rules, in its order. Source: YAML 1.1's types as PyYAML narrows them (a float needs a point, `y` is text). */
const rules: readonly (readonly [PlainTag, RegExp])[] = [
  ["bool", /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/],
  [
    "float",
    /^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?|[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  ],
  [
    "int",
    /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][\d_]*)|[-+]?0x[\da-fA-F_]+|[-+]?[1-9][\d_]*(?::[0-5]?\d)+)$/,
  ],
  ["merge", /^<<$/],
  ["null", /^(?:~|null|Null|NULL|)$/],
  [
    "timestamp",
    /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/,
  ],
  ["value", /^=$/],
];

/** Only these can start anything but text; the test keeps the common case short. */
const mayBeMore = /^(?:[-+.\d~<=yYnNtTfFoO]|$)/;

/** What a plain scalar is. */
export function resolvePlain(text: string): PlainTag {
  if (!mayBeMore.test(text)) return "str";
  for (const [tag, rule] of rules) if (rule.test(text)) return tag;
  return "str";
}
