/** Random choices that a seed repeats. */
export interface SeededRandom {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  pick<const T extends readonly unknown[]>(values: T): T[number];
  chance(probability: number): boolean;
}

/** Mulberry32: small, and the same on every machine. */
export function seededRandom(seed: number, stream: number): SeededRandom {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    pick: (values) => values[int(values.length)] ?? values[0],
    chance: (probability) => next() < probability,
  };
}
