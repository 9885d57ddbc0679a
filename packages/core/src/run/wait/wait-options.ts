import type { NotifyTarget } from "../notify/notify-target.ts";
import type { WatchedEvent } from "../state/run-event.ts";
import type { RunState } from "../state/run-state.ts";
import type { Duration } from "./duration.ts";

/** How events are watched. */
export interface EventOptions {
  /** Ends the watching, never the training. */
  readonly signal?: AbortSignal;
  /** Goes on after the event that had this cursor, without repeats or gaps, in any process. */
  readonly since?: string;
  /** Told of checks that failed and are made again; they say nothing of the training. */
  readonly onTrouble?: (error: unknown) => void;
}

/** How long to wait, and who wants to know meanwhile. */
export interface WaitOptions extends Omit<EventOptions, "since"> {
  /** Total time; without it the wait has no end of its own. */
  readonly timeout?: Duration;
  /** Longest time without any news of the training. An instance that does not answer stops this clock. */
  readonly stall?: Duration;
  /**
   * Posts the end of the run, signed as Standard Webhooks has it. A post that is not taken is told to `onTrouble`; it
   * never changes what the wait gives.
   */
  readonly notify?: NotifyTarget;
  /** Called with each event and the state after it. */
  readonly onEvent?: (event: WatchedEvent, state: RunState) => void;
}
