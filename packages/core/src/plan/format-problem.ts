import { showValue } from "../spec/show-value.ts";
import type { Problem } from "./problem.ts";

/**
 * A problem as one line: where, what, the mend, who said it and the code, whose page is `docs/errors/CODE.md`.
 *
 * @example
 * ```ts
 * import { checkSpec, emptySpec, formatProblem } from "@trainyard/core";
 * console.log(checkSpec(emptySpec).map(formatProblem).join("\n"));
 * ```
 */
export function formatProblem(problem: Problem): string {
  const { path, message, hint, origin, overruled = [], code } = problem;
  const over = overruled.map((said) => `${said.origin}: ${showValue(said.value)}`).join(", ");
  const said = origin === undefined ? "" : `${origin}${over === "" ? "" : ` over ${over}`}; `;
  return `${path}: ${message} ${hint} [${said}${code}]`;
}
