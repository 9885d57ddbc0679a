import * as v from "valibot";
import { ApiError } from "../store/api-error.ts";

/** One condition on the rows of a list. */
export interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly value?: unknown;
}
/** The schema of a list's `filter`. */
export const filterSchema: v.GenericSchema<unknown, readonly Condition[]> = v.array(
  v.looseObject({ field: v.string(), operator: v.optional(v.string(), "="), value: v.unknown() }),
);

type Test = (actual: unknown, wanted: unknown) => boolean;

const operators: Readonly<Record<string, Test>> = {
  "=": (actual, wanted) => actual === wanted,
  "!=": (actual, wanted) => actual !== wanted,
  in: (actual, wanted) => Array.isArray(wanted) && wanted.includes(actual),
  "!in": (actual, wanted) => Array.isArray(wanted) && !wanted.includes(actual),
  ">": (actual, wanted) => compare(actual, wanted) > 0,
  ">=": (actual, wanted) => compare(actual, wanted) >= 0,
  "<": (actual, wanted) => compare(actual, wanted) < 0,
  "<=": (actual, wanted) => compare(actual, wanted) <= 0,
};

/**
 * The rows that every condition holds for.
 *
 * @throws ApiError 400 for an operator the instance does not know.
 * Source: platform fact, `filter` of lists: field, operator, value.
 */
export function selectRows<T extends object>(rows: readonly T[], filter: readonly Condition[]): readonly T[] {
  const tests = filter.map(({ field, operator, value }) => {
    const test = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
    if (test === undefined)
      throw new ApiError(
        400,
        `filter: the operator ${JSON.stringify(operator)} is none of ${Object.keys(operators).join(" ")}`,
      );
    return (row: T) => test(fieldOf(row, field), value);
  });
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

/** A row's own field of any name; undefined when it has none. */
export function fieldOf(row: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(row, name)?.value;
}

/** Orders what lists are sorted by: numbers, texts and times; what is missing comes first. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}
