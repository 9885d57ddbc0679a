import { TrainyardError } from "../errors/trainyard-error.ts";

/**
 * Reads an answer's body, cut off when the signal says so: an answer that drips must not outlast its deadline.
 *
 * @param limit bytes; a longer body is not kept.
 * @throws ANSWER_UNEXPECTED when it is longer, the signal's reason when it takes too long.
 */
export async function readBody(
  response: Response,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const cut = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener("abort", cut, { once: true });
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      parts.push(value);
      size += value.byteLength;
      if (size > limit) {
        cut();
        throw new TrainyardError("ANSWER_UNEXPECTED", `The answer is longer than ${limit} bytes.`, {
          hint: "Ask for less at once.",
          facts: { limit },
        });
      }
    }
  } finally {
    signal.removeEventListener("abort", cut);
  }
  return joined(parts, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
