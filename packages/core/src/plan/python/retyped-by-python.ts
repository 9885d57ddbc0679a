import { isPythonLiteral } from "./python-literal.ts";

/** What a training app's Python code makes of a text that reaches it as a variable of its environment. */
export type PythonReading =
  | { readonly as: "text" }
  /** `digits` is the number without leading zeros. */
  | { readonly as: "number"; readonly digits: string }
  | { readonly as: "truth"; readonly value: boolean }
  | { readonly as: "list" }
  /** Python cannot read it, and the app ends before it has read anything else. */
  | { readonly as: "crash" };

/** Characters that Python's `str.isdigit` takes for digits and that are no decimal digits: ², ①, … */
const otherDigits =
  "\u{b2}\u{b3}\u{b9}\u{1369}-\u{1371}\u{19da}\u{2070}\u{2074}-\u{2079}\u{2080}-\u{2089}\u{2460}-\u{2468}" +
  "\u{2474}-\u{247c}\u{2488}-\u{2490}\u{24ea}\u{24f5}-\u{24fd}\u{24ff}\u{2776}-\u{277e}\u{2780}-\u{2788}" +
  "\u{278a}-\u{2792}\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}";
const allDigits = new RegExp(`^[\\p{Nd}${otherDigits}]+$`, "u");
/** Longer numbers are refused by Python. */
const maxDigits = 4300;

/**
 * Reads a text as the platform's training apps do: a text that begins with "[" or is all digits is evaluated,
 * a word for true or false is a truth, any other text stays what it is.
 *
 * Source: platform fact, the app takes its state from `modal.state.*` variables and guesses the types.
 */
export function retypedByPython(text: string): PythonReading {
  if (text.startsWith("[")) return { as: isPythonLiteral(text) ? "list" : "crash" };
  if (allDigits.test(text)) {
    const plain = /^0+$/.test(text) || (/^[1-9]\d*$/.test(text) && text.length <= maxDigits);
    return plain ? { as: "number", digits: text.replace(/^0+(?=0)/, "") } : { as: "crash" };
  }
  if (/^(?:[Tt]rue|[Ff]alse)$/.test(text)) return { as: "truth", value: /^t/i.test(text) };
  return { as: "text" };
}
