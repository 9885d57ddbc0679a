import type { Plan, StartOptions } from "@trainyard/core";
import { TrainyardError } from "@trainyard/core";
import { rememberedLookups } from "@trainyard/core/endpoints";
import { contentHash, showAs } from "@trainyard/core/spec";
import type { Steps } from "../steps.ts";
import type { Train } from "../train.ts";
import type { SweepAxes, SweepChain, SweepChange } from "./sweep-axes.ts";
import { changed, drawn, grid } from "./sweep-axes.ts";
import type { SweepPoint } from "./sweep-point.ts";
import { SweepRun } from "./sweep-run.ts";
import type { SweepStartOptions } from "./sweep-start-options.ts";
import { sweepTable } from "./sweep-table.ts";

/** How a sweep is made. */
export interface SweepOptions {
  /** Takes so many of all combinations, drawn by the seed. */
  readonly random?: { readonly count: number; readonly seed?: number };
  /** More trainings than this are an error; default 100. */
  readonly cap?: number;
}
/**
 * Many trainings that differ in a few settings, as a frozen value: it prints as a table of what differs, plans and starts.
 * Points that come to the same training stand in it once.
 */
export class Sweep {
  readonly points: readonly SweepPoint[];
  readonly #base: SweepChain;
  readonly #changes: readonly SweepChange[];
  readonly #cap: number;

  constructor(base: SweepChain, changes: readonly SweepChange[], cap: number) {
    this.#base = base;
    this.#changes = changes;
    this.#cap = cap;
    if (changes.length === 0)
      throw new TrainyardError("INPUT_INVALID", "sweep(): there is no training in it.", {
        hint: "Give each axis a value at least.",
      });
    if (changes.length > cap)
      throw new TrainyardError(
        "INPUT_INVALID",
        `sweep(): ${changes.length} trainings are more than ${cap}.`,
        {
          hint: "Take fewer values, draw some with { random: { count } }, or raise { cap }.",
        },
      );
    const points = new Map<string, SweepPoint>();
    for (const change of changes) {
      const chain = changed(base, change);
      const { agent: _, ...settings } = chain.spec();
      const id = contentHash(settings).slice(0, 12);
      if (!points.has(id)) points.set(id, Object.freeze({ change: Object.freeze({ ...change }), chain, id }));
    }
    this.points = Object.freeze([...points.values()]);
    showAs(this, () => this.toString());
    Object.freeze(this);
  }

  /** How many trainings it has. */
  get size(): number {
    return this.points.length;
  }

  /** The same sweep with one thing said otherwise for all of its trainings. */
  with(change: SweepChange): Sweep {
    const others = this.#changes.map((point) => {
      const kept = Object.entries(point).filter(([axis]) => !(axis in change));
      return Object.fromEntries(kept);
    });
    return new Sweep(changed(this.#base, change), others, this.#cap);
  }

  /**
   * Plans each training, the look-ups shared; nothing is started. Trainings whose requests come out the same are one.
   *
   * @throws SPEC_INVALID of the first that cannot be started, with what it changes.
   */
  async plan(options: Pick<StartOptions, "signal"> = {}): Promise<readonly Plan[]> {
    const connected = await this.#base.instance();
    const instance = { ...connected, lookups: rememberedLookups(connected.lookups) };
    const plans = new Map<string, Plan>();
    for (const { chain } of this.points) {
      const plan = await chain.at(instance).plan(options);
      if (!plans.has(plan.hash)) plans.set(plan.hash, plan);
    }
    return [...plans.values()];
  }

  /**
   * Starts the trainings, one at a time on each agent or as many as `perAgent` says, the rest in a queue. One that fails
   * does not end the others. Called again with the same key, in any process, it starts only what is missing.
   *
   * @example
   * ```ts
   * import { train } from "@trainyard/builder";
   * import { sweep } from "@trainyard/builder/sweep";
   * const base = train().project(101).model("YOLO/YOLO26s-det").on("auto");
   * const run = sweep(base, { "tune.lr0": [0.01, 0.001] }).start({ agents: [12, 13], key: "lr-2026-11-27" });
   * const { best } = await run.finished({ metric: "mAP" });
   * ```
   */
  start(options: SweepStartOptions): SweepRun {
    return new SweepRun(this.points, this.#base, options);
  }

  /** The sweep as a table of what differs. */
  toString(): string {
    return sweepTable(this.points);
  }

  /** What each training changes, as plain data. */
  toJSON(): readonly { readonly id: string; readonly change: SweepChange }[] {
    return this.points.map(({ id, change }) => ({ id, change }));
  }
}

/**
 * A sweep over a chain: every combination of the axes' values, some of them drawn by a seed, or a list of points.
 *
 * @param axes values by setting (`model`, `split`, `classes`, `use`, …) or hyperparameter (`tune.lr0`); or the points.
 * @throws INPUT_INVALID for an unknown setting, a wrong value, and more trainings than the cap.
 * @example
 * ```ts
 * import { train } from "@trainyard/builder";
 * import { sweep } from "@trainyard/builder/sweep";
 * const base = train().project(101).model("YOLO/YOLO26n-det").on("auto");
 * const models = sweep(base, { model: ["YOLO/YOLO26n-det", "YOLO/YOLO26s-det"], "tune.lr0": [0.01, 0.001] });
 * console.log(models.size); // 4
 * ```
 */
export function sweep<M extends string, Missing extends Exclude<keyof Steps, "project">>(
  chain: Train<M, Missing>,
  axes: SweepAxes | readonly SweepChange[],
  options: SweepOptions = {},
): Sweep {
  const { random, cap = 100 } = options;
  // What is missing (the agent, or a model that an axis names) is said by the sweep; else its start says what is not.
  const base = chain as unknown as SweepChain;
  if (isList(axes)) return new Sweep(base, axes, cap);
  for (const [axis, values] of Object.entries(axes))
    if (!Array.isArray(values) || values.length === 0)
      throw new TrainyardError("INPUT_INVALID", `sweep(): ${axis} has no list of values.`, {
        hint: `Write ${JSON.stringify(axis)}: [first, second].`,
      });
  const points = random === undefined ? grid(axes) : drawn(axes, random.count, random.seed ?? 1);
  return new Sweep(base, points, cap);
}

const isList = (axes: SweepAxes | readonly SweepChange[]): axes is readonly SweepChange[] =>
  Array.isArray(axes);
