import type { SweepChain, SweepChange } from "./sweep-axes.ts";

/** A training of a sweep. */
export interface SweepPoint {
  /** What it changes. */
  readonly change: SweepChange;
  readonly chain: SweepChain;
  /** Names its settings, whatever its agent: a part of its run key. */
  readonly id: string;
}
