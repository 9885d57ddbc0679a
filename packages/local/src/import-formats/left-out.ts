/** Counts what an import cannot carry over, so that it can be said. */
export class LeftOut {
  readonly #counts = new Map<string, { count: number; first: string }>();

  /** @param what in the plural, e.g. `lines of no known form`. @param where the first is told of. */
  add(what: string, where: string): void {
    const known = this.#counts.get(what);
    if (known === undefined) this.#counts.set(what, { count: 1, first: where });
    else known.count++;
  }

  /** E.g. `3 lines of no known form (the first: labels/a.txt, line 2)`. */
  get sentences(): readonly string[] {
    return [...this.#counts].map(([what, { count, first }]) => `${count} ${what} (the first: ${first})`);
  }
}
