import { isTrainyardError } from "../errors/trainyard-error.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { answerError, networkError, timeoutError } from "./call-error.ts";
import { readBody } from "./read-body.ts";

/** Bytes of a failure's body that are read for its reason. */
const longestReason = 64 * 2 ** 10;

/**
 * One request and the whole of its answer, within `timeout` milliseconds.
 *
 * @throws TrainyardError for anything but a success; the signal's reason when the caller gave it up.
 */
export async function exchange(
  runtime: Runtime,
  about: {
    readonly endpoint: string;
    readonly secret: string;
    readonly timeout: number;
    /** Bytes that the answer may have. */
    readonly limit: number;
    readonly signal: AbortSignal | undefined;
  },
  request: (cut: AbortSignal) => Promise<Response>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { endpoint, secret, timeout, signal } = about;
  signal?.throwIfAborted();
  const cut = new AbortController();
  const giveUp = () => cut.abort(signal?.reason);
  signal?.addEventListener("abort", giveUp, { once: true });
  const callOff = runtime.alarm(timeout, () => cut.abort(timeoutError(endpoint, timeout)));
  try {
    const response = await unlessCut(request(cut.signal), cut.signal);
    if (response.ok) return await readBody(response, about.limit, cut.signal);
    const body = await readBody(response, longestReason, cut.signal).catch(() => new Uint8Array(0));
    throw answerError(response, new TextDecoder().decode(body), { endpoint, secret, now: runtime.now() });
  } catch (cause) {
    if (signal?.aborted === true && cut.signal.reason === signal.reason) throw signal.reason;
    const told = isTrainyardError(cause) || !cut.signal.aborted;
    throw networkError(told ? cause : cut.signal.reason, endpoint, secret);
  } finally {
    callOff();
    signal?.removeEventListener("abort", giveUp);
  }
}

/** A fetch that was handed in may not heed its signal. */
function unlessCut<T>(work: Promise<T>, cut: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    cut.addEventListener("abort", () => reject(cut.reason), { once: true });
    work.then(resolve, reject);
  });
}
