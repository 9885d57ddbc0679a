import type { Lookups } from "../terms/lookups.ts";

/** The look-ups, cut by a signal if there is one. @throws its reason when it was aborted before. */
export function lookupsUntil(lookups: Lookups, signal: AbortSignal | undefined): Lookups {
  signal?.throwIfAborted();
  return signal === undefined ? lookups : (lookups.until?.(signal) ?? lookups);
}
