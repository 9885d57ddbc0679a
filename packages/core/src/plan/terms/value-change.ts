/** One difference between two values; a side that lacks the path has no entry for it. */
export interface ValueChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}
