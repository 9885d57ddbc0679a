/**
 * JSON whose keys are sorted, so that equal values are equal texts. Keys of undefined are left out.
 *
 * @example
 * ```ts
 * import { canonicalJson } from "@trainyard/core/spec";
 * const text = canonicalJson({ b: 1, a: [2] });
 * ```
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
