import type { TrainyardError } from "../errors/trainyard-error.ts";
import { isTrainyardError } from "../errors/trainyard-error.ts";
import type { Runtime } from "../runtime/runtime.ts";

/** How often, and for how long. */
export interface RetryPlan {
  readonly retries: number;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  /** Milliseconds for all attempts and the pauses between them. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** The longest pause that an instance can ask a read to make, in milliseconds. */
const longestPause = 60_000;
/** Statuses of failures that another try will not mend. */
const lasting: readonly unknown[] = [501, 505];

/**
 * Repeats a read that failed in passing, with growing pauses or the one the instance asks for, until its deadline.
 *
 * @param attempt told how many milliseconds it may take.
 */
export async function withRetries<T>(
  runtime: Runtime,
  plan: RetryPlan,
  attempt: (timeout: number) => Promise<T>,
): Promise<T> {
  const end = runtime.now() + plan.deadline;
  for (let tries = 0; ; tries++) {
    try {
      return await attempt(Math.min(plan.timeout, Math.max(1, end - runtime.now())));
    } catch (error) {
      if (tries >= plan.retries || !isTrainyardError(error) || !passes(error)) throw error;
      const asked = error.facts.retryAfter;
      const pause =
        typeof asked === "number" ? Math.min(asked, longestPause) : backoff(tries, runtime.random());
      if (runtime.now() + pause >= end) throw error;
      await runtime.sleep(pause, plan.signal);
    }
  }
}

/** A page of a proxy in place of JSON passes as its failure does. */
function passes(error: TrainyardError): boolean {
  if (error.facts.unreadable === true) return true;
  return error.retryable === "safe" && !lasting.includes(error.facts.status);
}

function backoff(tries: number, random: number): number {
  return Math.min(8000, 400 * 2 ** tries) * (0.5 + random / 2);
}
