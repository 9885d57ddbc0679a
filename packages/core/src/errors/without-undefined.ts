/** Levels that are looked through; a value deeper than that, or one that holds itself, is left to its schema. */
const deepest = 64;

/**
 * A caller's data with members that are `undefined` left out, in objects at any depth: `{ epochs: fast ? 10 : undefined }`
 * says nothing of epochs. Only plain objects and lists are looked into; what has no such member comes back as it is.
 */
export function withoutUndefined(value: unknown, depth = 0): unknown {
  if (depth > deepest || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => withoutUndefined(item, depth + 1));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(
    ([key, item]: [string, unknown]) => [key, withoutUndefined(item, depth + 1)] as const,
  );
  const kept = entries.filter(([, item]) => item !== undefined);
  const isSame =
    kept.length === entries.length && kept.every(([key, item]) => item === Reflect.get(value, key));
  return isSame ? value : Object.fromEntries(kept);
}

/** Objects of another realm (a test runner's, a frame's) are plain too. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === "object" && Object.getPrototypeOf(prototype) === null);
}
