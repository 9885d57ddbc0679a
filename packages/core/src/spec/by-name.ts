import * as v from "valibot";

/** The schema of values by name. valibot's own record takes a list for one; this does not. */
export function byName<T>(value: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, Record<string, T>> {
  return v.pipe(
    v.unknown(),
    v.check((input) => !Array.isArray(input), "expected values by name, not a list"),
    v.record(v.string(), value, "expected values by name"),
  );
}
