import { resolvePlain } from "../compose/resolve-plain.ts";
import type { PyValue } from "../construct/py-value.ts";

/** Text that needs no quotes anywhere: words with single spaces, no indicator, nothing that ends a scalar. */
const harmless = /^[A-Za-z_/][\w./+-]*(?: [A-Za-z0-9_(][\w./+()-]*)*$/;
/** What other readers of YAML, or people, take for more than text. */
const doubtful = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf(?:inity)?)$/i;
/** What JSON leaves as it is and PyYAML's reader refuses, or takes for a line break. */
const unwritable = /[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/g;

type Scalar = Exclude<PyValue, { kind: "list" | "map" | "set" | "pairs" }>;

/** A scalar that PyYAML reads as meant, in block, in flow and as a key. */
export function writeScalar(value: Scalar): string {
  switch (value.kind) {
    case "null":
      return "null";
    case "bool":
      return String(value.value);
    case "int":
      return writeInt(value.value);
    case "float":
      return writeFloat(value.value);
    case "str":
      return writeText(value.value);
    case "bytes":
      return `!!binary "${value.value}"`;
    default:
      return value.value;
  }
}

/** Python refuses decimal ints of more than 4,300 digits, but no hexadecimal ones. */
function writeInt(value: bigint): string {
  const decimal = value.toString();
  if (decimal.length < 4300) return decimal;
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

/** A float needs a point, and its exponent a sign: `1e-7` would be text. */
function writeFloat(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value < 0 ? "-.inf" : ".inf";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  if (text.includes(".")) return text;
  return text.includes("e") ? text.replace("e", ".0e") : `${text}.0`;
}

function writeText(text: string): string {
  const plain = harmless.test(text) && !doubtful.test(text) && resolvePlain(text) === "str";
  if (plain) return text;
  return JSON.stringify(text).replace(
    unwritable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
