/**
 * Every code of an error or a problem: text, hint, and what is known of it.
 *
 * @module @trainyard/core/errors
 */
export type { CodeEntry, ErrorCode } from "./codes.ts";
export { errorCodes } from "./codes.ts";
export { parseInput } from "./parse-input.ts";
export type { ProblemCode } from "./problem-codes.ts";
export { problemCodes } from "./problem-codes.ts";
export type { ProblemEntry } from "./problem-entry.ts";
export type { ErrorFacts } from "./trainyard-error.ts";
export { withoutUndefined } from "./without-undefined.ts";
