/** A JSON object whose fields are not known yet. */
export type Dictionary = Readonly<Record<string, unknown>>;

/** Whether a value is what Python calls a dictionary, not a list and not null. */
export function isDictionary(value: unknown): value is Dictionary {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
