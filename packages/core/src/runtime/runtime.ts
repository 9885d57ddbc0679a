/**
 * Everything ambient that the library uses, handed in so that tests and other runtimes can replace it.
 *
 */
export interface Runtime {
  /** Sends a request. */
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason at once. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls `ring` after `ms` milliseconds; gives what calls it off. */
  alarm(ms: number, ring: () => void): () => void;
  /** A number in [0, 1). */
  random(): number;
}

/**
 * The runtime of the platform the code runs on.
 *
 * @example
 * ```ts
 * import { defaultRuntime } from "@trainyard/core/run";
 * const runtime = { ...defaultRuntime(), random: () => 0.5 };
 * ```
 */
export function defaultRuntime(): Runtime {
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    now: () => Date.now(),
    sleep,
    alarm: (ms, ring) => {
      const timer = setTimeout(ring, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  };
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
