/** Python's limit on the digits of a decimal int. */
const mostDigits = 4300;

/** The int that PyYAML makes of a text; undefined where Python's `int()` refuses. */
export function constructInt(written: string): bigint | undefined {
  const text = written.replaceAll("_", "");
  const sign = text.startsWith("-") ? -1n : 1n;
  const digits = /^[+-]/.test(text) ? text.slice(1) : text;
  const value = unsignedInt(digits);
  return value === undefined ? undefined : sign * value;
}

function unsignedInt(text: string): bigint | undefined {
  if (text === "") return undefined;
  if (text === "0") return 0n;
  if (text.startsWith("0b")) return pythonInt(text.slice(2), /^[01]+$/, "0b");
  if (text.startsWith("0x")) return pythonInt(text.slice(2), /^[\da-fA-F]+$/, "0x");
  if (text.startsWith("0")) return pythonInt(text, /^[0-7]+$/, "0o");
  if (!text.includes(":")) return pythonInt(text, /^\d+$/, "");
  let value = 0n;
  for (const part of text.split(":")) {
    const digit = pythonInt(part, /^\d+$/, "");
    if (digit === undefined) return undefined;
    value = value * 60n + digit;
  }
  return value;
}

/** Like `int(text, base)`: white space around and one more sign pass. */
function pythonInt(text: string, digits: RegExp, prefix: string): bigint | undefined {
  const [, sign = "", number = ""] = /^\s*([+-]?)(.*?)\s*$/s.exec(text) ?? [];
  if (!digits.test(number) || (prefix === "" && number.length > mostDigits)) return undefined;
  const value = BigInt(prefix + number);
  return sign === "-" ? -value : value;
}

/** The float that PyYAML makes of a text; undefined where Python's `float()` refuses. */
export function constructFloat(written: string): number | undefined {
  const text = written.replaceAll("_", "").toLowerCase();
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = /^[+-]/.test(text) ? text.slice(1) : text;
  if (digits === ".inf") return sign * Number.POSITIVE_INFINITY;
  if (digits === ".nan") return Number.NaN;
  let value = 0;
  let base = 1;
  for (const part of digits.split(":").reverse()) {
    const digit = pythonFloat(part);
    if (digit === undefined) return undefined;
    value += digit * base;
    base *= 60;
  }
  return sign * (digits.includes(":") ? value : (pythonFloat(digits) ?? Number.NaN));
}

function pythonFloat(text: string): number | undefined {
  const number = text.trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(number)) return Number(number);
  if (/^[+-]?inf(?:inity)?$/.test(number))
    return number.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^[+-]?nan$/.test(number) ? Number.NaN : undefined;
}
