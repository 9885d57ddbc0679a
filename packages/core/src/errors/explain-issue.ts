import type * as v from "valibot";

/** What is wrong with one value, in words. */
export interface Explained {
  /** E.g. `expected a project id (a whole number), got "303"`. */
  readonly text: string;
  /** How to write what was given, where that can be told, e.g. `303`. */
  readonly write?: string;
}

/**
 * Says of a validator's issue what is wanted and what was given, and how to write it: the validator's own words are
 * about its types, which callers do not know of.
 */
export function explainIssue(issue: v.BaseIssue<unknown>): Explained {
  const { input, message, expected } = issue;
  if (message.startsWith("Invalid key:"))
    return { text: expected === "never" ? "there is no such parameter" : "it is missing" };
  const wanted = message.startsWith("Invalid ") ? `expected ${inWords(expected)}` : message;
  const write = rewritten(wanted, input);
  return { text: `${wanted}, got ${shown(issue)}`, ...(write === undefined ? {} : { write }) };
}

const words: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  Array: "a list",
  Object: "values by name",
  null: "null",
  undefined: "nothing",
  function: "a function",
};

/** `("a" | "b")` or `string` as a person says it. */
function inWords(expected: string | null): string {
  const kinds = (expected ?? "").replace(/^\((.*)\)$/, "$1").split(" | ");
  const said = [...new Set(kinds.map((kind) => words[kind] ?? kind))].filter((kind) => kind !== "unknown");
  if (said.length === 0 || said[0] === "") return "another value";
  return said.length === 1 ? said.join() : `${said.slice(0, -1).join(", ")} or ${said.at(-1)}`;
}

/** How the value that was given is written so that it is taken. */
function rewritten(wanted: string, input: unknown): string | undefined {
  if (typeof input !== "string") return undefined;
  if (/\b(whole number|number|id)\b/.test(wanted) && /^-?\d+(\.\d+)?$/.test(input.trim()))
    return input.trim();
  if (/\btrue or false\b/.test(wanted) && /^(true|false)$/i.test(input)) return input.toLowerCase();
  if (/\blist\b/.test(wanted)) return JSON.stringify([input]);
  return undefined;
}

/** A value as a message may show it: a secret's is never shown. */
function shown({ input, path }: v.BaseIssue<unknown>): string {
  const key = String(path?.at(-1)?.key ?? "");
  if (/token|secret|password|key$/i.test(key) && typeof input === "string") return "a text";
  switch (typeof input) {
    case "string":
      return JSON.stringify(input.length > 60 ? `${input.slice(0, 60)}…` : input);
    case "number":
    case "boolean":
    case "undefined":
      return input === undefined ? "nothing" : String(input);
    case "object":
      if (input === null) return "null";
      return Array.isArray(input) ? (input.length === 0 ? "an empty list" : "a list") : "values by name";
    default:
      return `a ${typeof input}`;
  }
}
