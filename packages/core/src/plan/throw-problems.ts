import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Problem } from "./problem.ts";

/** Throws SPEC_INVALID with every error among the problems; gives back the warnings. */
export function throwProblems(problems: readonly Problem[]): readonly Problem[] {
  const errors = problems.filter((problem) => problem.severity === "error");
  if (errors.length === 0) return problems;
  const [first, ...more] = errors;
  if (first !== undefined && more.length === 0) {
    const { path, message, hint, code } = first;
    throw new TrainyardError("SPEC_INVALID", `${path}: ${message}`, {
      hint,
      facts: { problems: errors, problem: code },
    });
  }
  const message = errors.map((problem) => `${problem.path}: ${problem.message} ${problem.hint}`).join("\n");
  const hint = `(${errors.length} problems)`;
  throw new TrainyardError("SPEC_INVALID", message, {
    hint,
    facts: { problems: errors, problem: first?.code },
  });
}
