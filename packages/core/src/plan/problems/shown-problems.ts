import { showAs, showInNotebook } from "../../show/show-as.ts";
import type { Problem } from "../../spec/problem.ts";
import { formatProblem } from "./format-problem.ts";

/** The same problems, each of which prints as a line: how bad it is, where, what, and the mend; in a notebook, all at once. */
export function shownProblems(problems: readonly Problem[]): readonly Problem[] {
  const list = problems.map((problem) => {
    const shown = { ...problem };
    showAs(shown, lineOf);
    return shown;
  });
  showInNotebook(list, (all) => (all.length === 0 ? "No problems." : all.map(lineOf).join("\n")));
  return list;
}

function lineOf(problem: Problem): string {
  return `${problem.severity} ${formatProblem(problem)}`;
}
