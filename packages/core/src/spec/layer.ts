import type { SpecPatch } from "./merge-specs.ts";
import { mergeSpecs } from "./merge-specs.ts";
import type { TeamRules } from "./team-rules.ts";
import type { TrainSpec } from "./train-spec.ts";
import { emptySpec } from "./train-spec.ts";

/** What one speaker said of a training: a call of the chain, a preset, a page. Later layers win. */
export interface Layer {
  /** Who said it, in words that are printed: `chain`, `acme/detect@2.1.0`. */
  readonly origin: string;
  readonly spec: SpecPatch;
  /** Paths that no later layer may change, e.g. `split` or `tune.epochs`. */
  readonly lock?: readonly string[];
  /** What the speaker allows in the whole training, whoever says it. */
  readonly rules?: TeamRules;
}

/** A value that was said for a path, and by whom. */
export interface Said {
  readonly origin: string;
  readonly value: unknown;
}

/** The spec that layers add up to. */
export function foldLayers(layers: readonly Layer[]): TrainSpec {
  return layers.reduce((spec, layer) => mergeSpecs(spec, layer.spec), emptySpec);
}

/**
 * Who said what for a path, newest first: the first is in force, the others were overruled.
 * Paths are those of problems: `split`, `tune.epochs`, `task.description`.
 */
export function saidFor(layers: readonly Layer[], path: string): readonly Said[] {
  const [field = "", ...rest] = path.split(".");
  const said = layers.flatMap(({ origin, spec }): readonly Said[] => {
    const value = valueAt(Object.entries(spec).find(([key]) => key === field)?.[1], rest);
    return value === undefined ? [] : [{ origin, value }];
  });
  return said.reverse();
}

/** Keys may hold dots themselves (`optimizer.lr` in tune), so the longest key that fits is taken. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  if (path.length === 0 || value === null || value === undefined) return value;
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  for (let length = path.length; length > 0; length--) {
    const key = path.slice(0, length).join(".");
    const inner = Object.entries(value).find(([name]) => name === key)?.[1];
    if (inner !== undefined) return valueAt(inner, path.slice(length));
  }
  return undefined;
}
