import * as v from "valibot";
import { TrainyardError } from "./trainyard-error.ts";
import { withoutUndefined } from "./without-undefined.ts";

/**
 * Parses a caller's value, or throws INPUT_INVALID naming each place that is wrong. Members that are `undefined` say nothing.
 *
 * @example
 * ```ts
 * import * as v from "valibot";
 * import { parseInput } from "@trainyard/core/errors";
 * const id = parseInput(v.number(), 7, "project");
 * ```
 */
export function parseInput<Out>(schema: v.GenericSchema<unknown, Out>, value: unknown, what: string): Out {
  const result = v.safeParse(schema, withoutUndefined(value));
  if (result.success) return result.output;
  const lines = result.issues.slice(0, 10).map((issue) => {
    const path = v.getDotPath(issue);
    return `${what}${path === null ? "" : `.${path}`}: ${messageOf(issue)}`;
  });
  throw new TrainyardError("INPUT_INVALID", `${lines.join("; ")}.`, { facts: { issues: lines } });
}

/** valibot's own words for a name too few or too many are about keys, which callers do not know of. */
function messageOf(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith("Invalid key:")) return issue.message;
  return issue.expected === "never" ? "there is no such parameter" : "it is missing";
}
