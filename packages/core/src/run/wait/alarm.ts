import type { Runtime } from "../../runtime/runtime.ts";

/** Calls back once, a while after it was last wound; leaves no timer behind when it is stopped. */
export class Alarm {
  readonly #runtime: Runtime;
  readonly #ms: number;
  readonly #ring: () => void;
  #left: number;
  #since: number | undefined;
  #sleep = new AbortController();

  constructor(runtime: Runtime, ms: number, ring: () => void) {
    this.#runtime = runtime;
    this.#ms = ms;
    this.#left = ms;
    this.#ring = ring;
  }

  /** Runs on, with what is left of its time. */
  go(): void {
    if (this.#since !== undefined) return;
    this.#since = this.#runtime.now();
    this.#sleep = new AbortController();
    const { signal } = this.#sleep;
    this.#runtime.sleep(this.#left, signal).then(
      () => {
        if (!signal.aborted) this.#ring();
      },
      () => {},
    );
  }

  /** Stands still; the time that passes does not count. */
  pause(): void {
    if (this.#since === undefined) return;
    this.#left = Math.max(0, this.#left - (this.#runtime.now() - this.#since));
    this.#since = undefined;
    this.#sleep.abort();
  }

  /** Has its whole time before it again. */
  wind(): void {
    this.pause();
    this.#left = this.#ms;
    this.go();
  }
}
