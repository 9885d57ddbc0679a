import type { Document, ScalarTag } from "yaml";
import { isMap, parseDocument } from "yaml";
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
 * Sets values in a hyperparameters text and leaves every other line, comment and order as it is.
 * Keys are paths (`optimizer.lr`); nested objects work too; `null` removes a key.
 *
 * @example
 * ```ts
 * import { tuneHyperparameters } from "@trainyard/core";
 * const text = tuneHyperparameters("epochs: 100 # long\nbatch: 16\n", { epochs: 10 });
 * ```
 */
export function tuneHyperparameters(text: string, values: { readonly [key: string]: Json }): string {
  const document = parseYaml(text);
  if (!isMap(document.contents)) return tuneHyperparameters("{}\n", values);
  for (const [key, value] of Object.entries(values)) setAt(document, key.split("."), value);
  return document.toString({ lineWidth: 0, nullStr: "null" });
}

function setAt(document: Document, path: readonly string[], value: Json): void {
  if (value === null) {
    document.deleteIn(path);
  } else if (typeof value === "object" && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) setAt(document, [...path, key], inner);
  } else {
    const old = document.getIn(path, true);
    const node = document.createNode(value);
    copyComment(old, node);
    document.setIn(path, node);
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
