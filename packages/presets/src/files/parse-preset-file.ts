import { TrainyardError } from "@trainyard/core";
import * as v from "valibot";
import type { Document } from "yaml";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { PresetEntry } from "./preset-entry.ts";
import { presetFileSchema } from "./preset-entry.ts";

/** More than any team's presets need. */
const maxLength = 1_000_000;
const maxDepth = 20;
/** Counts how often aliases are resolved, so that a few lines cannot grow without bound. */
const maxAliasCount = 50;
/** How many mistakes are told at once. */
const mostIssues = 50;
const dangerous = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads the text of a file of presets, YAML 1.2 or JSON: plain data, nothing in it is run.
 *
 * @param source the file's name, for messages.
 * @throws PRESET_INVALID with file, line and what is expected there.
 */
export function parsePresetFile(text: string, source: string): readonly PresetEntry[] {
  const fail = (what: string, line?: number) =>
    new TrainyardError("PRESET_INVALID", `${source}${line === undefined ? "" : `:${line}`}: ${what}`, {
      facts: { source, ...(line === undefined ? {} : { line }) },
    });
  if (text.length > maxLength) throw fail(`the file is longer than ${maxLength} characters.`);
  if (bracketDepth(text) > 100 || /(?:- ){100}/.test(text)) throw fail("it is nested too deeply.");
  const lines = new LineCounter();
  const { document, data } = readYaml(text, lines, fail);
  const strange = strangeKey(data, 0);
  if (strange !== undefined) throw fail(strange);
  const result = v.safeParse(presetFileSchema, data);
  if (result.success) return result.output.presets;
  const found = result.issues.slice(0, mostIssues).map((issue) => {
    const path = v.getDotPath(issue);
    return {
      what: `${path === null ? "" : `${path}: `}${issue.message}.`,
      line: lineOf(document, path, lines),
    };
  });
  const [first, ...more] = found;
  // Each has its place in front, as an editor's list of mistakes has.
  const rest = more.map(({ what, line }) => `\n${source}${line === undefined ? "" : `:${line}`}: ${what}`);
  throw fail(`${first?.what}${rest.join("")}`, first?.line);
}

/** The parser recurses, so brackets are counted before it runs; those in texts count too, which does no harm. */
function bracketDepth(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of text) {
    if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function readYaml(
  text: string,
  lineCounter: LineCounter,
  fail: (what: string, line?: number) => TrainyardError,
): { document: Document; data: unknown } {
  try {
    const document = parseDocument(text, {
      ...{ lineCounter, logLevel: "silent", stringKeys: true },
      // Each would be shown with its line, which takes the square of the time.
      prettyErrors: false,
    });
    const [fault] = [...document.errors, ...document.warnings];
    if (fault !== undefined)
      throw fail(fault.message.split("\n")[0] ?? "not YAML", lineCounter.linePos(fault.pos[0]).line);
    return { document, data: document.toJS({ maxAliasCount }) };
  } catch (error) {
    if (error instanceof ReferenceError) throw fail("its aliases (&, *) repeat too much.");
    if (error instanceof RangeError) throw fail("it is nested too deeply.");
    throw error;
  }
}

function strangeKey(value: unknown, depth: number): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > maxDepth) return "it is nested too deeply.";
  for (const key of Object.keys(value)) {
    if (dangerous.has(key)) return `${key} is no name for a setting.`;
    const inner = strangeKey(Object.getOwnPropertyDescriptor(value, key)?.value, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The line of the deepest node on the path that the file has. */
function lineOf(document: Document, path: string | null, lines: LineCounter): number | undefined {
  const keys = (path ?? "").split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
