/** A fetch that is slow on purpose, and counts how many of its requests had to wait for one another. */
export interface RoundMeter {
  readonly fetch: typeof fetch;
  /** The longest chain of requests in which each began after the one before had ended. */
  rounds(): number;
  /** The round in which an endpoint was called last; 0 if it was not. */
  roundOf(endpoint: string): number;
  requests(): number;
  reset(): void;
}

/** Every request takes at least `latency` milliseconds, so requests of one round overlap and those of two cannot. */
export function measureRounds(latency: number): RoundMeter {
  let depth = 0;
  let count = 0;
  const last = new Map<string, number>();
  return {
    fetch: async (input, init) => {
      const mine = depth + 1;
      count += 1;
      const { href } = new URL(input instanceof Request ? input.url : input);
      last.set(href.slice(href.lastIndexOf("/") + 1), mine);
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
    roundOf: (endpoint) => last.get(endpoint) ?? 0,
    requests: () => count,
    reset: () => {
      depth = 0;
      count = 0;
      last.clear();
    },
  };
}
