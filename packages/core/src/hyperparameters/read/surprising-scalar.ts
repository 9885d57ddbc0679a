import { constructFloat, constructInt, resolvePlain } from "@trainyard/pyyaml";

/** Why a plain scalar is read otherwise than it looks, and what to write instead. */
export interface Surprise {
  readonly message: string;
  readonly hint: string;
}

/** Numbers of YAML 1.2 and JavaScript that PyYAML takes for text. */
const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Whether a text is a number to YAML 1.2 and JavaScript. */
export function looksLikeNumber(text: string): boolean {
  return number.test(text);
}

/**
 * Says what is surprising about a scalar without quotes, if anything is.
 *
 * Source: YAML 1.1 as PyYAML reads it, against YAML 1.2's core schema.
 */
export function surprisingScalar(text: string): Surprise | undefined {
  const shown = JSON.stringify(text);
  switch (resolvePlain(text)) {
    case "bool":
      if (/^(?:true|false)$/i.test(text)) return undefined;
      return {
        message: `${text} is ${/^(?:yes|on)$/i.test(text)}`,
        hint: `Write true or false, or quote it: ${shown}.`,
      };
    case "timestamp":
      return { message: `${text} is a date`, hint: `Quote it if it is a text: ${shown}.` };
    case "int":
      if (text.includes(":")) return sexagesimal(text, constructInt(text));
      if (!/^[-+]?0[0-7_]+$/.test(text) || constructInt(text) === 0n) return undefined;
      return {
        message: `${text} is octal: ${constructInt(text)}`,
        hint: `Write ${text.replace(/^([-+]?)[0_]+/, "$1")}, or quote it: ${shown}.`,
      };
    case "float":
      return text.includes(":") ? sexagesimal(text, constructFloat(text)) : undefined;
    case "str":
      return surprisingText(text, shown);
    default:
      return undefined;
  }
}

function sexagesimal(text: string, value: bigint | number | undefined): Surprise {
  return {
    message: `${text} is a number to the base of 60: ${value}`,
    hint: `Quote it if it is a text: ${JSON.stringify(text)}.`,
  };
}

function surprisingText(text: string, shown: string): Surprise | undefined {
  const quote = `or quote it if it is a text: ${shown}.`;
  if (number.test(text))
    return { message: `${text} is text, not a number`, hint: `Write ${numberForPyYaml(text)}, ${quote}` };
  if (/^0o[0-7]+$/.test(text))
    return { message: `${text} is text, not a number`, hint: `Write ${Number(text)}, ${quote}` };
  if (/^(?:none|nil)$/i.test(text))
    return { message: `${text} is the text ${shown}, not null`, hint: `Write null, ${quote}` };
  if (/^[-+]?(?:inf|infinity|nan)$/i.test(text))
    return {
      message: `${text} is text, not a number`,
      hint: `Write ${/nan/i.test(text) ? ".nan" : text.startsWith("-") ? "-.inf" : ".inf"}, ${quote}`,
    };
  if (/^[yn]$/i.test(text)) return { message: `${text} is text`, hint: `Write true or false, ${quote}` };
  return undefined;
}

/** The number in a form that PyYAML takes for one: `1.0e-4` for `1e-4`. */
export function numberForPyYaml(text: string): string {
  const [, sign = "", digits = "", exponent = ""] = /^([-+]?)([\d.]+)(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  if (exponent === "" && !digits.includes(".")) return sign + digits.replace(/^0+(?=\d)/, "");
  const whole = digits.startsWith(".") ? `0${digits}` : digits;
  const point = whole.includes(".") ? whole.replace(/\.$/, ".0") : `${whole}.0`;
  if (exponent === "") return sign + point;
  return `${sign}${point}e${/^[-+]/.test(exponent) ? exponent : `+${exponent}`}`;
}
