import * as v from "valibot";

/** An id that a path or a query carries as text. */
export const idText: v.GenericSchema<unknown, number> = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(Number),
  v.safeInteger("expected an id (a whole number)"),
  v.minValue(1, "expected an id (a whole number)"),
);
