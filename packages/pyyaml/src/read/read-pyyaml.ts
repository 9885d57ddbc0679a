import type { YamlNode } from "../compose/node.ts";
import { Parser } from "../compose/parser.ts";
import { Constructor } from "../construct/constructor.ts";
import type { PyValue } from "../construct/py-value.ts";
import { pyNull } from "../construct/py-value.ts";
import type { YamlRefusal } from "../scan/pyyaml-error.ts";
import { YamlFault } from "../scan/yaml-fault.ts";

/** More characters than any app's hyperparameters have; a bound for what is parsed. */
export const longestText = 256_000;

/** A text read, or refused. */
export type PyReading =
  | { readonly ok: true; readonly value: PyValue; readonly root: YamlNode | undefined }
  | { readonly ok: false; readonly refusal: YamlRefusal };

/** Characters that PyYAML's reader lets pass. */
const unprintable = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Reads a text as `yaml.safe_load` does; never throws for what a text holds. */
export function readPyYaml(text: string): PyReading {
  try {
    if (text.length > longestText)
      throw new YamlFault(`it is longer than ${longestText} characters`, longestText, "limit");
    const bad = text.search(unprintable);
    if (bad >= 0) throw new YamlFault(`the character ${codeName(text, bad)} may not stand in YAML`, bad);
    const root = new Parser(text).document();
    return { ok: true, root, value: root === undefined ? pyNull : new Constructor().construct(root) };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    const { reason, message } = error;
    return { ok: false, refusal: { reason, message, ...placeOf(text, error.at) } };
  }
}

function codeName(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

const lineBreak = /\r\n|[\n\r\x85\u2028\u2029]/g;

/** The line and the column of an index, counted from 1. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split(lineBreak);
  return { line: lines.length, column: [...(lines.at(-1) ?? "").replaceAll("\ufeff", "")].length + 1 };
}

/** The line of an index, counted from 1, for many indices of one text. */
export function lines(text: string): (at: number) => number {
  const ends = [...text.matchAll(lineBreak)].map((found) => found.index + found[0].length);
  return (at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
