import type { Problem } from "../../spec/problem.ts";
import { showValue } from "../../spec/show-value.ts";

/**
 * A problem as one line: where, what, the mend and, where it is known, who said it with the code.
 * Each code has a page, `docs/errors/CODE.md`.
 *
 * @example
 * ```ts
 * import { checkSpec } from "@trainyard/core";
 * import { formatProblem } from "@trainyard/core/plan";
 * import { emptySpec } from "@trainyard/core/spec";
 * console.log(checkSpec(emptySpec).map(formatProblem).join("\n"));
 * ```
 */
export function formatProblem(problem: Problem): string {
  return `${problemSentence(problem)} ${problem.hint}`;
}

/** A problem as a line without its mend. */
export function problemSentence({ path, message, origin, overruled = [], code }: Problem): string {
  if (origin === undefined) return `${path}: ${message}`;
  const over = overruled.map((said) => `${said.origin}: ${showValue(said.value)}`).join(", ");
  return `${path}: ${message} [${origin}${over === "" ? "" : ` over ${over}`}; ${code}]`;
}
