import type { ErrorCode } from "../../errors/codes.ts";
import { errorCodes } from "../../errors/codes.ts";
import { problemCodes } from "../../errors/problem-codes.ts";
import type { ProblemEntry } from "../../errors/problem-entry.ts";
import { TrainyardError } from "../../errors/trainyard-error.ts";
import { suggest } from "../../spec/closest.ts";
import type { Problem } from "../../spec/problem.ts";
import { formatProblem, problemSentence } from "./format-problem.ts";
import { shownProblems } from "./shown-problems.ts";

/** How strictly problems are taken. */
export interface Judging {
  /** Warnings stop the start as errors do. */
  readonly strict?: boolean;
  /** Codes that let a start pass: of any warning, and of errors that are a judgement. */
  readonly ignore?: readonly string[];
}

/**
 * Throws with every error among the problems; gives back what remains as warnings.
 * One error whose code is an error's own is thrown under that code, several as SPEC_INVALID.
 *
 * @throws SPEC_INVALID; INPUT_INVALID when `ignore` names no code of a problem.
 */
export function throwProblems(problems: readonly Problem[], judging: Judging = {}): readonly Problem[] {
  const ignored = new Set(checkIgnored(judging.ignore ?? []));
  const passes = ({ code, severity }: Problem) =>
    ignored.has(code) && (severity === "warning" || entryOf(code)?.judgement === true);
  const stops = (problem: Problem) =>
    !passes(problem) && (problem.severity === "error" || judging.strict === true);
  const errors = problems.filter(stops);
  const rest = problems.filter((problem) => !stops(problem));
  if (errors.length === 0) return shownProblems(rest.map((problem) => ({ ...problem, severity: "warning" })));
  const [first] = errors;
  const single = errors.length === 1 && first !== undefined ? first : undefined;
  const message = single === undefined ? errors.map(formatProblem).join("\n") : problemSentence(single);
  const held = errors.filter(({ code }) => ignored.has(code)).map(({ code }) => code);
  const hint = [
    single === undefined ? `(${errors.length} problems)` : single.hint,
    held.length === 0 ? "" : `${held.join(", ")} cannot be ignored.`,
  ];
  const own = single !== undefined && isErrorCode(single.code) ? single.code : undefined;
  throw new TrainyardError(own ?? "SPEC_INVALID", message, {
    hint: hint.filter((part) => part !== "").join(" "),
    facts: { problems: errors, problem: first?.code },
  });
}

function checkIgnored(codes: readonly string[]): readonly string[] {
  const unknown = codes.find((code) => !isIgnorable(code) && !isErrorCode(code));
  if (unknown === undefined) return codes;
  throw new TrainyardError("INPUT_INVALID", `ignore: ${JSON.stringify(unknown)} is no problem's code.`, {
    hint: suggest(unknown, Object.keys(problemCodes).filter(isIgnorable), "code"),
  });
}

/** What only a start finds cannot be ignored beforehand. */
function isIgnorable(code: string): boolean {
  const entry = entryOf(code);
  return entry !== undefined && entry.afterCreation !== true;
}

function entryOf(code: string): ProblemEntry | undefined {
  return Object.entries(problemCodes).find(([known]) => known === code)?.[1];
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}
