import type { SpecPatch } from "@trainyard/core";
import { parseModel, TrainyardError, trainSpecSchema } from "@trainyard/core";
import { parseInput } from "@trainyard/core/wire";

/**
 * Reads a preset's settings as people write them: the model may be its text, a split may leave out what has a default,
 * and `null` removes what was said before.
 *
 * @throws INPUT_INVALID naming each place that is wrong.
 */
export function parsePresetSpec(input: unknown, what: string): SpecPatch {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new TrainyardError("INPUT_INVALID", `${what}.spec: expected settings by name.`);
  const entries = Object.entries(input).map(([key, value]): [string, unknown] => [key, longForm(key, value)]);
  const removed = entries.filter(([, value]) => value === null);
  const said = entries.filter(([, value]) => value !== null && value !== undefined);
  const spec = parseInput(trainSpecSchema, Object.fromEntries(said), `${what}.spec`);
  checkRemoved(
    removed.map(([key]) => key),
    what,
  );
  return { ...spec, ...Object.fromEntries(removed) };
}

function longForm(key: string, value: unknown): unknown {
  if (key === "model" && typeof value === "string") return parseModel(value);
  if (key !== "split" || typeof value !== "object" || value === null || !("by" in value)) return value;
  if (value.by === "random") return { percent: 80, side: "train", ...value };
  return value.by === "tags" ? { untagged: "train", ...value } : value;
}

/** A misspelt key that removes would go unnoticed: it must be a field of the spec like any other. */
function checkRemoved(keys: readonly string[], what: string): void {
  const unknown = keys.filter((key) => !(key in removable));
  if (unknown.length > 0)
    throw new TrainyardError("INPUT_INVALID", `${what}.spec: there is no setting ${unknown.join(", ")}.`, {
      hint: `Settings are ${Object.keys(removable).join(", ")}.`,
    });
}

const removable: { readonly [K in keyof Required<SpecPatch>]: true } = {
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
