import type { Splice } from "./splice.ts";
import { removeLines } from "./splice.ts";

/** Where the parts of a collection stand, pairs or items. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Takes one of several parts out of a collection in block or flow. */
export function removePart(
  text: string,
  parts: readonly Part[],
  at: number,
  flow: boolean,
): readonly Splice[] {
  const part = parts[at];
  if (part === undefined) return [];
  if (!flow) return [removeLines(text, part.start, part.end)];
  const [before, next] = [parts[at - 1], parts[at + 1]];
  if (next !== undefined) return [{ start: part.start, end: next.start, text: "" }];
  return [{ start: before?.end ?? part.start, end: part.end, text: "" }];
}
