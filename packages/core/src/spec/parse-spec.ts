import { parseInput } from "../errors/parse-input.ts";
import { TrainyardError } from "../errors/trainyard-error.ts";
import { editSpec } from "./edit-spec.ts";
import type { TrainSpec } from "./train-spec.ts";
import { trainSpecSchema } from "./train-spec.ts";

/**
 * Reads a spec that was kept or sent as JSON: what `JSON.stringify(chain)` gives. It comes back frozen.
 *
 * @param json the text, or the value that it was parsed to.
 * @throws INPUT_INVALID naming each place that is wrong.
 * @example
 * ```ts
 * import { parseSpec } from "@trainyard/core/spec";
 * const spec = parseSpec('{ "project": 7, "model": { "from": "pretrained", "framework": "YOLO", "name": "YOLO26s-det" } }');
 * ```
 */
export function parseSpec(json: unknown): TrainSpec {
  const value = typeof json === "string" ? parse(json) : json;
  return editSpec(parseInput(trainSpecSchema, value, "spec"), () => {});
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TrainyardError("INPUT_INVALID", "spec: this text is no JSON.", {
      hint: "Give what JSON.stringify(chain) gave.",
      cause,
    });
  }
}
