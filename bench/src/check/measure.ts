/** Times of a call, in milliseconds. */
export interface Times {
  /** The first call of this process. */
  readonly first: number;
  readonly median: number;
  readonly p95: number;
}

/**
 * Times works against each other: the first call of each, then all in turns, so that what the machine does meanwhile
 * meets each of them alike. A tenth of the turns go before, unmeasured.
 *
 * @param now milliseconds of a clock that only goes forward.
 */
export function measure<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  calls: number,
  now: () => number = () => performance.now(),
): ReadonlyMap<Name, Times> {
  const time = (work: () => unknown) => {
    const began = now();
    work();
    return now() - began;
  };
  const rows = (Object.keys(works) as Name[]).map((name) => {
    const work = works[name];
    return { name, work, first: time(work), times: [] as number[] };
  });
  for (let turn = -Math.ceil(calls / 10); turn < calls; turn++)
    for (const { work, times } of rows) {
      const took = time(work);
      if (turn >= 0) times.push(took);
    }
  return new Map(
    rows.map(({ name, first, times }) => {
      const sorted = times.sort((a, b) => a - b);
      return [name, { first, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }];
    }),
  );
}

/** The least value that so large a part of the sorted values does not exceed. */
function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
