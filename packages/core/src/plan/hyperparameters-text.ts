import type { Document, ScalarTag } from "yaml";
import { isMap, isSeq, parseDocument } from "yaml";
import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Json, TrainSpec } from "../spec/train-spec.ts";
import type { Problem } from "./problem.ts";

/** More than any app's file has; a bound for what is parsed. */
const maxLength = 256_000;

/** Finds hyperparameter texts that no training app can read. */
export function hyperparametersProblems(spec: TrainSpec): readonly Problem[] {
  const text = spec.hyperparameters;
  if (text === undefined) return [];
  const problem = (code: string, message: string, hint: string): readonly Problem[] => [
    { code, severity: "error", path: "hyperparameters", message, hint },
  ];
  if (text.trim() === "")
    return problem(
      "HYPERPARAMETERS_EMPTY",
      "The text is empty, so the app would train without any.",
      "Leave it out for the app's defaults.",
    );
  if (text.length > maxLength)
    return problem(
      "HYPERPARAMETERS_TOO_LONG",
      `The text is longer than ${maxLength} characters.`,
      "Send the settings only.",
    );
  const document = parseYaml(text);
  const [fault] = document.errors;
  if (fault !== undefined)
    return problem(
      "HYPERPARAMETERS_NOT_YAML",
      `The text is not YAML: ${fault.message.split("\n")[0]}`,
      "Mend that line.",
    );
  if (!isMap(document.contents))
    return problem(
      "HYPERPARAMETERS_NOT_MAPPING",
      "The text is not a YAML mapping.",
      'Write lines such as "epochs: 50".',
    );
  return [];
}

/**
 * Sets values in a hyperparameters text. Other values, the comments and the order stay; spacing may be evened out.
 * Keys are paths (`optimizer.lr`); nested objects work too; `null` removes a key.
 *
 * @throws INPUT_INVALID when the text is no YAML mapping, or a path leads through something else.
 * @example
 * ```ts
 * import { tuneHyperparameters } from "@trainyard/core";
 * const text = tuneHyperparameters("epochs: 100 # long\nbatch: 16\n", { epochs: 10 });
 * ```
 */
export function tuneHyperparameters(text: string, values: { readonly [key: string]: Json }): string {
  const document = parseYaml(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    throw new TrainyardError("INPUT_INVALID", "The hyperparameters to tune are not a YAML mapping.", {
      hint: 'Give lines such as "epochs: 50".',
    });
  if (document.contents === null) return tuneHyperparameters("{}\n", values);
  for (const [key, value] of Object.entries(values)) setAt(document, key.split("."), value);
  return document.toString({ lineWidth: 0, nullStr: "null" });
}

function setAt(document: Document, path: readonly string[], value: Json): void {
  if (value === null) {
    if (document.hasIn(path)) document.deleteIn(path);
  } else if (typeof value === "object" && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) setAt(document, [...path, key], inner);
  } else {
    checkPath(document, path);
    const old = document.getIn(path, true);
    const node = document.createNode(value);
    copyComment(old, node);
    document.setIn(path, node);
  }
}

function checkPath(document: Document, path: readonly string[]): void {
  for (let length = 1; length < path.length; length++) {
    const parent = document.getIn(path.slice(0, length), true);
    const intoList = isSeq(parent) && /^\d+$/.test(path[length] ?? "");
    if (parent === undefined || isMap(parent) || intoList) continue;
    const [key, above] = [path.join("."), path.slice(0, length).join(".")];
    throw new TrainyardError(
      "INPUT_INVALID",
      `tune: ${JSON.stringify(key)} cannot be set, since ${JSON.stringify(above)} is no mapping in the text.`,
      { hint: "Check the spelling of the path against the app's hyperparameters." },
    );
  }
}

function copyComment(from: unknown, to: { comment?: string | null }): void {
  if (typeof from === "object" && from !== null && "comment" in from && typeof from.comment === "string")
    to.comment = from.comment;
}

/** The text is read as PyYAML reads it, since that is what the training apps use. */
function parseYaml(text: string): Document.Parsed {
  return parseDocument(text, {
    version: "1.1",
    uniqueKeys: false,
    logLevel: "silent",
    customTags: (tags) => [pythonNumber, ...tags],
  });
}

/** PyYAML reads 1e-7 as text: a number with an exponent needs a point. Numbers that were not touched keep their form. */
const pythonNumber: ScalarTag = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  identify: (value) => typeof value === "number",
  test: /^[-+]?\d+(\.\d*)?[eE][-+]?\d+$/,
  resolve: Number,
  stringify: ({ source, value }) => {
    const text = source ?? String(value);
    return source === undefined ? text.replace(/^(-?\d+)e/, "$1.0e") : text;
  },
};
