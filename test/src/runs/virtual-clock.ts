import type { Runtime } from "@trainyard/core";

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/**
 * A clock that goes on by itself, to the next sleeper, whenever no request is under way: hours pass in milliseconds,
 * over real sockets or without. Put it on by hand with `advance()` while a request hangs.
 */
export class VirtualClock {
  #now = Date.parse("2026-01-01T00:00:00Z");
  #sleepers: Sleeper[] = [];
  #requests = 0;
  #steps = 0;
  readonly pauses: number[] = [];

  /** Sleepers left; a wait that is over leaves none. */
  get sleepers(): number {
    return this.#sleepers.length;
  }

  now(): number {
    return this.#now;
  }

  /** What runs on this clock. @param send how requests go; over sockets by default. */
  runtime(send: typeof globalThis.fetch = globalThis.fetch): Partial<Runtime> {
    return {
      now: () => this.#now,
      random: () => 0.5,
      sleep: (ms, signal) => this.#sleep(ms, signal),
      fetch: async (input, init) => {
        this.#requests++;
        try {
          const answer = await send(input, init);
          const body = await answer.arrayBuffer();
          const { status, statusText, headers } = answer;
          return new Response(body, { status, statusText, headers });
        } finally {
          this.#requests--;
          this.#later();
        }
      },
    };
  }

  advance(ms: number): void {
    this.#now += ms;
    const due = this.#sleepers.filter((sleeper) => sleeper.due <= this.#now);
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.due > this.#now);
    for (const { wake } of due) wake();
  }

  #sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      this.pauses.push(ms);
      const abort = () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        due: this.#now + ms,
        wake: () => {
          signal?.removeEventListener("abort", abort);
          resolve();
        },
      };
      signal?.addEventListener("abort", abort, { once: true });
      this.#sleepers.push(sleeper);
      this.#later();
    });
  }

  /** Goes on when nothing has happened for a few turns of the event loop. */
  #later(): void {
    const step = ++this.#steps;
    let turns = 4;
    const turn = () => {
      if (step !== this.#steps || this.#requests > 0) return;
      if (turns-- > 0) return void setImmediate(turn);
      const next = Math.min(...this.#sleepers.map(({ due }) => due));
      if (Number.isFinite(next)) this.advance(Math.max(0, next - this.#now));
      if (this.#sleepers.length > 0) this.#later();
    };
    setImmediate(turn);
  }
}
