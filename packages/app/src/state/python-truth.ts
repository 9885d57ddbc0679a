/** Whether Python takes a JSON value for true: 1, "no" and [0] are true; 0, "", [] and {} are not. */
export function pythonTruth(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

/**
 * Whether a switch of a state is on. The platform's app reads switches as Python truths; a text that says false is
 * off here, as it is when the platform hands it over in an environment.
 */
export function isOn(value: unknown): boolean {
  return pythonTruth(value) && value !== "false" && value !== "False";
}
