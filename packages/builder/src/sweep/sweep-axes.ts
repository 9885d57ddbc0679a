import { TrainyardError } from "@trainyard/core";
import { suggest } from "@trainyard/core/spec";
import type { Preset } from "@trainyard/presets";
import type { Train } from "../train.ts";

/** A chain that lacks no step but those that a sweep may set. */
export type SweepChain = Train<string, never>;
/** What a sweep changes: a name of a setting, or `tune.` with a hyperparameter's, and the values it takes in turn. */
export type SweepAxes = Readonly<Record<string, readonly unknown[]>>;
/** One point of a sweep: a value for each of its axes. */
export type SweepChange = Readonly<Record<string, unknown>>;

/** Settings that a sweep may change. The agent is leased, so it is none of them. */
const settings: readonly string[] = [
  ...[
    "project",
    "model",
    "use",
    "classes",
    "split",
    "hyperparameters",
    "experimentName",
    "convertClassShapes",
  ],
  ...["benchmark", "speedtest", "cacheProject", "exports", "task"],
];

/**
 * The chain with one point's values said.
 *
 * @throws INPUT_INVALID for an axis that is no setting, with the nearest one, and for a value that the setting has not.
 */
export function changed(chain: SweepChain, change: SweepChange): SweepChain {
  return Object.entries(change).reduce((now, [axis, value]) => {
    const tuned = /^tune\.(.+)$/.exec(axis)?.[1];
    if (tuned !== undefined) return now.with({ tune: { [tuned]: value } });
    if (!settings.includes(axis))
      throw new TrainyardError("INPUT_INVALID", `sweep(): there is no setting ${JSON.stringify(axis)}.`, {
        hint: `${suggest(axis, settings, "setting")} A hyperparameter is written tune.NAME.`,
      });
    if (axis === "use") return now.use(presetOf(value));
    return now.with({ [axis]: value });
  }, chain);
}

function presetOf(value: unknown): Preset | string {
  if (typeof value === "string" || isPreset(value)) return value;
  throw new TrainyardError("INPUT_INVALID", "sweep(): use takes presets, or their names.");
}

const isPreset = (value: unknown): value is Preset =>
  typeof value === "object" && value !== null && "layers" in value && "spec" in value;

/** Every combination of the axes' values, the last axis changing fastest. */
export function grid(axes: SweepAxes): readonly SweepChange[] {
  return Object.entries(axes).reduce<readonly SweepChange[]>(
    (points, [axis, values]) =>
      points.flatMap((point) => values.map((value) => ({ ...point, [axis]: value }))),
    [{}],
  );
}

/** Some of all combinations, drawn without repetition; the same for the same seed. */
export function drawn(axes: SweepAxes, count: number, seed: number): readonly SweepChange[] {
  const points = [...grid(axes)];
  let state = seed >>> 0;
  // Mulberry32: small, and the same on every machine.
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const taken: SweepChange[] = [];
  while (taken.length < count && points.length > 0)
    taken.push(...points.splice(Math.floor(random() * points.length), 1));
  return taken;
}
