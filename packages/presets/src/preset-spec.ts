import { parseModel, TrainyardError } from "@trainyard/core";
import { parseInput } from "@trainyard/core/errors";
import type { SpecPatch } from "@trainyard/core/spec";
import { suggest, trainSpecSchema } from "@trainyard/core/spec";

/**
 * Reads a preset's settings as people write them: the model may be its text, a split may leave out what has a default,
 * and `null` removes what was said before.
 *
 * @throws INPUT_INVALID naming each place that is wrong.
 */
export function parsePresetSpec(input: unknown, what: string): SpecPatch {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new TrainyardError("INPUT_INVALID", `${what}.spec: expected settings by name.`);
  checkKeys(Object.keys(input), what);
  const entries = Object.entries(input).map(([key, value]): [string, unknown] => [
    key,
    longForm(key, value, what),
  ]);
  const removed = entries.filter(([, value]) => value === null);
  const said = entries.filter(([, value]) => value !== null && value !== undefined);
  const spec = parseInput(trainSpecSchema, Object.fromEntries(said), `${what}.spec`);
  return { ...spec, ...Object.fromEntries(removed) };
}

function longForm(key: string, value: unknown, what: string): unknown {
  if (key === "model" && typeof value === "string") return parseModel(value);
  if (key !== "split" || value === null || value === undefined) return value;
  if (typeof value !== "object" || !("by" in value))
    throw new TrainyardError("INPUT_INVALID", `${what}.spec.split: expected a split by its method.`, {
      hint: "Write { by: random, percent: 90 } or { by: tags, train: train, val: val }.",
    });
  return value;
}

function checkKeys(keys: readonly string[], what: string): void {
  const [unknown] = keys.filter((key) => !Object.hasOwn(settings, key));
  if (unknown !== undefined)
    throw new TrainyardError("INPUT_INVALID", `${what}.spec: there is no setting ${unknown}.`, {
      hint: suggest(unknown, Object.keys(settings), "setting"),
    });
}

/** Every setting. The compiler sees that none is left out. */
const settings: { readonly [K in keyof Required<SpecPatch>]: true } = {
  agent: true,
  project: true,
  model: true,
  classes: true,
  split: true,
  hyperparameters: true,
  tune: true,
  experimentName: true,
  convertClassShapes: true,
  benchmark: true,
  speedtest: true,
  cacheProject: true,
  exports: true,
  autostart: true,
  task: true,
};
