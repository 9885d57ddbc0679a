import type { ErrorCode } from "../../errors/codes.ts";
import { errorCodes } from "../../errors/codes.ts";
import type { ProblemCode } from "../../errors/problem-codes.ts";
import { problemCodes } from "../../errors/problem-codes.ts";
import type { Problem } from "../../spec/problem.ts";

/** Makes a problem; severity and mend are the table's unless they are said. */
export function makeProblem(
  code: ProblemCode | ErrorCode,
  path: string,
  message: string,
  more: Partial<Pick<Problem, "severity" | "hint" | "value" | "allowed">> = {},
): Problem {
  const entry = isProblemCode(code) ? problemCodes[code] : undefined;
  const { severity = entry?.severity ?? "error", hint = mendOf(code), ...rest } = more;
  return { code, severity, path, message, hint, ...rest };
}

function mendOf(code: ProblemCode | ErrorCode): string {
  return isProblemCode(code) ? problemCodes[code].mend : errorCodes[code].hint;
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}
