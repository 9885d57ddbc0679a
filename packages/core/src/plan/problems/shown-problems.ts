import { showAs } from "../../show/show-as.ts";
import type { Problem } from "../../spec/problem.ts";
import { formatProblem } from "./format-problem.ts";

/** The same problems, each of which prints as a line: how bad it is, where, what, and the mend. */
export function shownProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => {
    const shown = { ...problem };
    showAs(shown, (one) => `${one.severity} ${formatProblem(one)}`);
    return shown;
  });
}
