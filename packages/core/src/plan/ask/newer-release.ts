/** Whether a release is newer than another; false where either is no version. `v1.0.40` and `1.0.40` are the same. */
export function isNewerRelease(release: string | undefined, known: string | undefined): boolean {
  const [a, b] = [numbersOf(release), numbersOf(known)];
  if (a === undefined || b === undefined) return false;
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function numbersOf(release: string | undefined): readonly number[] | undefined {
  const match = /^v?(\d+(?:\.\d+)*)$/.exec(release ?? "");
  return match?.[1]?.split(".").map(Number);
}
