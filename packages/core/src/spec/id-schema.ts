import * as v from "valibot";

/** The schema of an id; `what` it is the id of, with its article, stands in the message. */
export function idSchema(what: string): v.GenericSchema<unknown, number> {
  const message = `expected ${what} id (a whole number)`;
  return v.pipe(v.number(message), v.safeInteger(message), v.minValue(1, message));
}
