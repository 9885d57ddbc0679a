import { timingSafeEqual } from "node:crypto";

/** Compares secrets in a time that does not tell how much of one is right. */
export function sameToken(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
