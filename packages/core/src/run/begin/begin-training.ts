import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import { tasksInfo } from "../../instance/endpoints/tasks-info.ts";
import { trainFromApi } from "../../instance/endpoints/train-from-api.ts";
import type { RunWatch } from "../look/run-watch.ts";
import { isOver } from "../state/is-over.ts";
import type { RunState } from "../state/run-state.ts";
import { appStateOf } from "./app-state-of.ts";

/** Milliseconds in which a request whose answer was lost may still reach the app. */
const reach = 20_000;
/** Milliseconds that one asking may take: the app loads its steps before it answers. */
const answerWithin = 60_000;
/** How often an app is asked that does not take it up. */
const maxTries = 4;

/** Whether a training has begun, whoever began it, or will not any more. */
export function hasBegun(state: RunState): boolean {
  const { stage, failure } = state.evidence;
  return stage !== undefined || failure !== undefined || state.app !== "" || isOver(state);
}

/**
 * Tells an app to train, once: after a look that shows it up and at nothing, and again only when so long after a lost
 * answer it is still at nothing. An app that is told twice would train twice.
 */
export class TrainingBeginner {
  readonly #instance: Caller;
  readonly #taskId: number;
  readonly #patience: number;
  #idleSince: number | undefined;
  #notBefore = 0;
  #tries = 0;

  /** @param patience milliseconds that the app must have been up and at nothing: whoever started it comes first. */
  constructor(instance: Caller, taskId: number, patience: number) {
    this.#instance = instance;
    this.#taskId = taskId;
    this.#patience = patience;
  }

  /**
   * To be called after each look at the run.
   *
   * @returns whether the training has begun.
   * @throws what the app or the instance refuses with, when it will not pass.
   */
  async after(watch: RunWatch, signal: AbortSignal | undefined): Promise<boolean> {
    const { runtime } = this.#instance;
    if (hasBegun(watch.state)) return true;
    if (!watch.state.isUp || watch.state.status !== "started") return false;
    const now = runtime.now();
    this.#idleSince ??= now;
    if (now < Math.max(this.#idleSince + this.#patience, this.#notBefore)) return false;
    this.#notBefore = Number.POSITIVE_INFINITY;
    try {
      const info = await tasksInfo(this.#instance, this.#taskId, { signal });
      if (info?.status !== "started") return false;
      const state = await appStateOf(this.#instance, info, signal);
      await trainFromApi(this.#instance, this.#taskId, state, { signal, timeout: answerWithin });
      return true;
    } catch (error) {
      signal?.throwIfAborted();
      const passes =
        isTrainyardError(error) && (error.retryable !== "no" || error.code === "ANSWER_UNEXPECTED");
      if (!passes || ++this.#tries >= maxTries) throw error;
      this.#notBefore = runtime.now() + reach;
      return false;
    }
  }
}
