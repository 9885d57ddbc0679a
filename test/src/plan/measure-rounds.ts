/** A fetch that is slow on purpose, and counts how many of its requests had to wait for one another. */
export interface RoundMeter {
  readonly fetch: typeof fetch;
  /** The longest chain of requests in which each began after the one before had ended. */
  rounds(): number;
  requests(): number;
  reset(): void;
}

/** Every request takes at least `latency` milliseconds, so requests of one round overlap and those of two cannot. */
export function measureRounds(latency: number): RoundMeter {
  let depth = 0;
  let count = 0;
  return {
    fetch: async (input, init) => {
      const mine = depth + 1;
      count += 1;
      await new Promise((resolve) => setTimeout(resolve, latency));
      try {
        const response = await fetch(input, init);
        // The whole answer is in before the round is over.
        return new Response(await response.arrayBuffer(), response);
      } finally {
        depth = Math.max(depth, mine);
      }
    },
    rounds: () => depth,
    requests: () => count,
    reset: () => {
      depth = 0;
      count = 0;
    },
  };
}
