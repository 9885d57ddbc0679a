import type { Readable } from "node:stream";

/**
 * The lines of a stream of UTF-8 bytes, without their ends; a last line without an end is left out.
 * node:readline would also split at U+2028, which JSON text may hold.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string, void, undefined> {
  let rest = "";
  stream.setEncoding("utf8");
  for await (const chunk of stream) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
