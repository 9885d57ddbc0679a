interface Timer {
  readonly at: number;
  readonly order: number;
  readonly ring: () => void;
}

/**
 * A clock that jumps to the next timer as soon as nobody is at work, so that minutes of waiting take no time.
 * Real work (a request on its way) holds it with `enter`.
 */
export class VirtualClock {
  #now = 0;
  #order = 0;
  #busy = 0;
  #checking = false;
  readonly #timers = new Set<Timer>();
  readonly #idle: (() => void)[] = [];

  now(): number {
    return this.#now;
  }

  /** Time stands still until the function it gives is called; more calls of that do nothing. */
  enter(): () => void {
    this.#busy++;
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.#busy--;
      this.#check();
    };
  }

  alarm(ms: number, ring: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), order: this.#order++, ring };
    this.#timers.add(timer);
    this.#check();
    return () => void this.#timers.delete(timer);
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      const abort = () => {
        callOff();
        reject(signal?.reason);
      };
      const callOff = this.alarm(ms, () => {
        signal?.removeEventListener("abort", abort);
        resolve();
      });
      signal?.addEventListener("abort", abort, { once: true });
    });
  }

  /** Resolves when no timer is left and nobody is at work. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.#check();
    });
  }

  /** Whoever was just served gets two turns to begin something new before time goes on. */
  #check(): void {
    if (this.#checking || this.#busy > 0) return;
    this.#checking = true;
    setImmediate(() =>
      setImmediate(() => {
        this.#checking = false;
        if (this.#busy > 0) return;
        const [first, ...rest] = this.#timers;
        if (first === undefined) {
          for (const resolve of this.#idle.splice(0)) resolve();
          return;
        }
        const next = rest.reduce(
          (a, b) => (b.at < a.at || (b.at === a.at && b.order < a.order) ? b : a),
          first,
        );
        this.#timers.delete(next);
        this.#now = Math.max(this.#now, next.at);
        next.ring();
        this.#check();
      }),
    );
  }
}
