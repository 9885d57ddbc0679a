import * as v from "valibot";
import { explainIssue } from "./explain-issue.ts";
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
  const explained = result.issues.slice(0, 10).map((issue) => {
    const path = v.getDotPath(issue);
    return { at: `${what}${path === null ? "" : `.${path}`}`, key: lastOf(path), ...explainIssue(issue) };
  });
  const lines = explained.map(({ at, text }) => `${at}: ${text}`);
  const mends = explained.flatMap(({ key, write }) =>
    write === undefined ? [] : [key === undefined ? write : `${key}: ${write}`],
  );
  throw new TrainyardError("INPUT_INVALID", `${lines.join("; ")}.`, {
    facts: { issues: lines },
    ...(mends.length === 0 ? {} : { hint: `Write ${mends.join(", ")}.` }),
  });
}

function lastOf(path: string | null): string | undefined {
  const last = path?.split(".").at(-1);
  return last === undefined || /^\d+$/.test(last) ? undefined : last;
}
