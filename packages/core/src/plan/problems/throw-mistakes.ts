import type { Problem } from "../../spec/problem.ts";
import type { Settled } from "../terms/settled.ts";
import { makeProblem } from "./make-problem.ts";
import type { Judging } from "./throw-problems.ts";
import { throwProblems } from "./throw-problems.ts";

/**
 * Throws what look-ups found to be mistakes: one alone as the error it is, several together with all other problems.
 *
 * @param settled look-ups by the path of what was asked for.
 */
export function throwMistakes(
  problems: readonly Problem[],
  settled: Readonly<Record<string, Settled<unknown>>>,
  judging: Judging,
): void {
  const failed = Object.entries(settled).flatMap(([path, result]) =>
    "error" in result ? [{ path, error: result.error }] : [],
  );
  const [only] = failed;
  if (only === undefined) return;
  const errors = problems.filter(({ severity }) => severity === "error");
  if (failed.length === 1 && errors.length === 0) throw only.error;
  const asProblems = failed.map(({ path, error }) => {
    const message = error.message.slice(0, error.message.length - error.hint.length).trim();
    return makeProblem(error.code, path, message, { hint: error.hint });
  });
  throwProblems([...asProblems, ...errors], judging);
}
