import type { Json, TrainSpec } from "./train-spec.ts";

/** A spec whose values may be `null`, which removes what was said before. */
export type SpecPatch = { readonly [K in keyof TrainSpec]?: TrainSpec[K] | null };

/**
 * Lays one spec over another. Later wins; `tune` and `task` merge by key; arrays replace; `null` removes.
 *
 * @example
 * ```ts
 * import { mergeSpecs } from "@trainyard/core/spec";
 * const spec = mergeSpecs({ tune: { epochs: 50, batch: 8 } }, { tune: { epochs: 10 } });
 * ```
 */
export function mergeSpecs(base: TrainSpec, over: SpecPatch): TrainSpec {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    if (value === null) delete merged[key];
    else if (key === "tune") merged.tune = mergeValues(base.tune ?? {}, over.tune ?? {});
    else if (key === "task") merged.task = { ...base.task, ...over.task };
    else merged[key] = value;
  }
  return merged;
}

type Values = { readonly [key: string]: Json };

/** `null` stays in the result here: it tells the hyperparameters file to drop the key. */
export function mergeValues(base: Values, over: Values): Values {
  const merged: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = merged[key];
    merged[key] = isValues(old) && isValues(value) ? mergeValues(old, value) : value;
  }
  return merged;
}

function isValues(value: Json | undefined): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
