/** How many tests of a command held. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Reads a command's last line that counts: `N passed, N failed` of the Python scripts, `Tests  N failed | N passed (N)`
 * of vitest. A command that ended badly without a failed test, or that ran none, counts as one failure.
 */
export function countResults(output: string, code: number | null): Counts {
  const line = output
    .split("\n")
    .filter((text) => /^ *(\d+ passed, \d+ failed$|Tests )/.test(text))
    .at(-1);
  const figure = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line ?? "")?.[1] ?? 0);
  const [passed, failed] = [figure("passed"), figure("failed")];
  const odd = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: odd ? 1 : failed };
}
