import type { RunState, StartOptions, TrainRun, WaitOptions } from "@trainyard/core";
import type { WatchedEvent } from "@trainyard/core/run";
import type { SweepPoint } from "./sweep-point.ts";

/** Something that one training of a sweep told. */
export interface SweepEvent {
  readonly point: SweepPoint;
  readonly run: TrainRun;
  readonly event: WatchedEvent;
  readonly state: RunState;
}
/** How a sweep is started. Its signal starts nothing more and ends the watching; what runs goes on. */
export interface SweepStartOptions extends Pick<WaitOptions, "stall">, Pick<StartOptions, "signal"> {
  /** Ids or names of the agents that are leased; "any" takes every running one of the project's team that has a GPU. */
  readonly agents: readonly (number | string)[] | "any";
  /** Trainings that an agent runs at a time; default 1. */
  readonly perAgent?: number;
  /**
   * Names the sweep: with the same key a later start takes up what was started, and starts what is missing. At most 60
   * letters, digits, dots, dashes, colons or underscores.
   */
  readonly key: string;
  /** Told of each training's events, with its state after them. */
  readonly onEvent?: (event: SweepEvent) => void;
}
