/** A piece of a text to write over. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Writes all pieces over; they must not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = "";
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, splice.start) + splice.text;
    at = Math.max(at, splice.end);
  }
  return result + text.slice(at);
}

const lineBreaks = /\r\n|[\n\r\x85\u2028\u2029]/g;

/** Where the line of `at` ends, without its break. */
export function lineEnd(text: string, at: number): number {
  lineBreaks.lastIndex = at;
  return lineBreaks.exec(text)?.index ?? text.length;
}

/** Where the next line starts: `at` itself when a block scalar's blank lines have led there. */
export function nextLine(text: string, at: number): number {
  if (at > 0 && /[\n\r\x85\u2028\u2029]/.test(text.charAt(at - 1))) return at;
  lineBreaks.lastIndex = at;
  const found = lineBreaks.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

/** Where the line of `at` starts; a byte order mark is no part of it. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !/[\n\r\x85\u2028\u2029]/.test(text.charAt(start - 1))) start--;
  return start === 0 && text.startsWith("\ufeff") ? 1 : start;
}

/** The text's own line ending. */
function lineEnding(text: string): string {
  lineBreaks.lastIndex = 0;
  return lineBreaks.exec(text)?.[0] ?? "\n";
}

/** Whole lines, put where a line starts or at the end of the text. */
export function insertLines(text: string, at: number, lines: readonly string[]): Splice {
  const ending = lineEnding(text);
  const fresh = at === 0 || at === lineStart(text, at);
  return {
    start: at,
    end: at,
    text: fresh ? lines.map((line) => line + ending).join("") : lines.map((line) => ending + line).join(""),
  };
}

/** Whether only spaces stand between the start of the line and `at`. */
function isFirstInLine(text: string, at: number): boolean {
  return /^ *$/.test(text.slice(lineStart(text, at), at));
}

/** Takes out a piece that has lines of its own; what stands before it in its first line stays. */
export function removeLines(text: string, start: number, end: number): Splice {
  if (isFirstInLine(text, start))
    return { start: lineStart(text, start), end: nextLine(text, end), text: "" };
  const before = text.slice(0, start).trimEnd().length;
  return { start: Math.max(before, lineStart(text, start)), end: lineEnd(text, end), text: "" };
}
