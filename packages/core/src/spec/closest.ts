/** Names are short; what is longer is a text in the wrong place. */
const longestName = 1000;

/** The name nearest to `name` by edit distance, if it is near enough to be a slip of the pen. */
export function closest(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    // It takes at least so many letters; a text of a megabyte is near to no name.
    if (Math.abs(wanted.length - candidate.length) >= bestDistance || wanted.length > longestName) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A sentence that offers the nearest name, or lists the first few. */
export function suggest(name: string, names: readonly string[], noun: string): string {
  const near = closest(name, names);
  if (near !== undefined) return `Did you mean ${JSON.stringify(near)}?`;
  if (names.length === 0) return `There is no ${noun} at all.`;
  const shown = names.slice(0, 8).map((item) => JSON.stringify(item));
  return `Known: ${shown.join(", ")}${names.length > 8 ? `, … (${names.length})` : ""}.`;
}

/** How many letters must be changed, put in, left out or swapped with the next to get from `a` to `b`. */
export function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
