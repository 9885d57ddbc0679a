import { isTrainyardError, TrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import type { Look, RunWatch } from "./run-watch.ts";

/** Refusals in a row that are believed: one may be a proxy's hiccup. */
const maxRefusals = 3;
const longest = { busy: 5000, waiting: 15_000, dull: 30_000, outage: 60_000, told: 3_600_000 };
const minute = 60_000;

/** Decides after each look how long to pause, and which failures end the watching. */
export class Patience {
  readonly #instance: Caller;
  readonly #taskId: number;
  #failures = 0;
  #refusals = 0;
  #wasSeen = false;

  constructor(instance: Caller, taskId: number) {
    this.#instance = instance;
    this.#taskId = taskId;
  }

  /**
   * Milliseconds until the next look: short while things happen, longer while nothing does, longest in a queue or an
   * outage, and never shorter than the instance asks for.
   *
   * @throws the look's trouble, when it will not pass.
   */
  after(look: Look, watch: RunWatch): number {
    const { random } = this.#instance.runtime;
    const jitter = 0.8 + 0.4 * random();
    if (look.isSeen) {
      this.#wasSeen = true;
      this.#refusals = 0;
    }
    if (look.trouble === undefined) {
      this.#failures = 0;
      return pause(watch) * jitter;
    }
    if (!look.isSeen) this.#judge(look.trouble);
    const asked = isTrainyardError(look.trouble) ? Number(look.trouble.facts.retryAfter ?? 0) : 0;
    const backoff = Math.min(longest.outage, 1000 * 2 ** Math.min(this.#failures++, 6)) * jitter;
    return Math.max(Math.min(asked, longest.told), backoff);
  }

  #judge(trouble: unknown): void {
    if (!isTrainyardError(trouble)) throw trouble;
    if (trouble.retryable === "safe") return;
    // A page for people in place of an answer, from an instance that gave answers before, is maintenance.
    if (trouble.code === "ANSWER_UNEXPECTED" && this.#wasSeen) return;
    if (++this.#refusals < maxRefusals) return;
    throw refusal(trouble, this.#taskId, this.#instance.address, this.#wasSeen);
  }
}

function pause({ state, quiet }: RunWatch): number {
  const isWaiting = ["queued", "waitingForAgent", "waitingForStart", "agentLost", "unknown"].includes(
    state.phase,
  );
  const cap =
    quiet >= 10 * minute ? longest.dull : isWaiting || quiet >= minute ? longest.waiting : longest.busy;
  return Math.min(cap, 250 + quiet / 8);
}

function refusal(trouble: TrainyardError, taskId: number, address: string, wasSeen: boolean): TrainyardError {
  const ref = `${address}/apps/sessions/${taskId}`;
  const facts = { ...trouble.facts, taskId, ref };
  const deleted = wasSeen ? "it was deleted while it was watched" : "it was deleted, or never was";
  const texts: Readonly<Record<string, string>> = {
    NOT_FOUND: `There is no task ${taskId} on ${address}: ${deleted}, or this token cannot see it.`,
    UNAUTHORIZED: `${address} no longer accepts the API token, so task ${taskId} cannot be watched; it is not touched by that.`,
    FORBIDDEN: `The API token may not see task ${taskId} (${ref}); the task is not touched by that.`,
  };
  const text = texts[trouble.code] ?? `Task ${taskId} (${ref}) cannot be watched: ${trouble.message}`;
  return new TrainyardError(trouble.code, text, { facts, cause: trouble });
}
