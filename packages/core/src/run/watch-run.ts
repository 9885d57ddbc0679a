import type { Caller } from "../instance/caller.ts";
import type { Problem } from "../spec/problem.ts";
import { TrainingBeginner } from "./begin/begin-training.ts";
import { Patience } from "./look/patience.ts";
import type { Told } from "./look/run-teller.ts";
import type { Look } from "./look/run-watch.ts";
import { RunWatch } from "./look/run-watch.ts";
import { isOver } from "./state/is-over.ts";
import type { RunState } from "./state/run-state.ts";

/** How a run is watched. */
export interface WatchOptions {
  /** Ends the watching, never the training. */
  readonly signal?: AbortSignal | undefined;
  /** Goes on after the event that had this cursor. */
  readonly since?: string | undefined;
  /** What the start warned of, told first. */
  readonly warnings?: readonly Problem[] | undefined;
  /** Told of checks that failed; they say nothing of the training. */
  readonly onTrouble?: ((error: unknown) => void) | undefined;
  /** Told after each look, before it is asked whether the run is over. */
  readonly onLook?: ((look: Look) => void) | undefined;
  /** When to end; default: when nothing more will come by itself. `isWhole`: the log was read as well. */
  readonly until?: ((state: RunState, isWhole: boolean) => boolean) | undefined;
  /** Tells the app to train, where nobody else does. Default: for tasks started for it, after their starter had its time. */
  readonly beginner?: TrainingBeginner | undefined;
}

/** Milliseconds that are left to whoever started a task before another who watches it tells its app to train. */
const starterFirst = 60_000;

/**
 * Yields what happens to a task, in order, until it is over. A check that fails is tried again, for as long as the
 * instance may yet come back: it says nothing of the task.
 *
 * @throws UNAUTHORIZED, FORBIDDEN, NOT_FOUND when the instance says so several times; the signal's reason.
 */
export async function* watchRun(
  instance: Caller,
  taskId: number,
  options: WatchOptions = {},
): AsyncGenerator<Told, void, undefined> {
  const { signal, until = (state, isWhole) => isWhole && isOver(state) } = options;
  const watch = new RunWatch(instance, taskId, options);
  const patience = new Patience(instance, taskId);
  // Two who come upon the same forgotten task do not ask at the same moment.
  const late = starterFirst * (1 + instance.runtime.random());
  const beginner = options.beginner ?? new TrainingBeginner(instance, taskId, late);
  for (;;) {
    signal?.throwIfAborted();
    const look = await watch.look(signal);
    if (look.trouble !== undefined) options.onTrouble?.(look.trouble);
    options.onLook?.(look);
    yield* look.told;
    if (look.isSeen && until(watch.state, look.isWhole)) return;
    const isAsked = options.beginner !== undefined || watch.isToldToBegin;
    if (look.isWhole && isAsked) await beginner.after(watch, signal);
    const pause = patience.after(look, watch);
    signal?.throwIfAborted();
    await instance.runtime.sleep(pause, signal);
  }
}
