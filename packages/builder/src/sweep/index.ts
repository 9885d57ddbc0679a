/**
 * Many trainings from one chain: swept, leased to agents, watched and compared.
 *
 * @module @trainyard/builder/sweep
 */
export type { SweepOptions } from "./sweep.ts";
export { Sweep, sweep } from "./sweep.ts";
export type { SweepAxes, SweepChain, SweepChange } from "./sweep-axes.ts";
export type { SweepPoint } from "./sweep-point.ts";
export type { SweepOutcome, SweepResult } from "./sweep-run.ts";
export { SweepRun } from "./sweep-run.ts";
export type { SweepEvent, SweepStartOptions } from "./sweep-start-options.ts";
