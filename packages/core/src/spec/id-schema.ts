import * as v from "valibot";

/** The schema of an id, or of a name that stands for one. A text of digits is an id in the wrong form. */
export function idOrNameSchema(what: string): v.GenericSchema<unknown, number | string> {
  const message = `expected ${what} id (a whole number) or name`;
  return v.pipe(
    v.union([v.number(message), v.string(message)], message),
    v.check(
      (said) =>
        typeof said === "number"
          ? Number.isSafeInteger(said) && said >= 1
          : said.trim() !== "" && !/^\s*\d+\s*$/.test(said),
      message,
    ),
  );
}

/** The schema of an id; `what` it is the id of, with its article, stands in the message. */
export function idSchema(what: string): v.GenericSchema<unknown, number> {
  const message = `expected ${what} id (a whole number)`;
  return v.pipe(v.number(message), v.safeInteger(message), v.minValue(1, message));
}
