import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { CheckedTarget } from "./notify-target.ts";
import type { RunNotice } from "./run-notice.ts";

/** Milliseconds before the second, third … try. */
const pauses = [1_000, 5_000, 20_000, 60_000];
const patience = 15_000;

/**
 * Posts a notice, signed as Standard Webhooks has it: `webhook-id` (the same for each try), `webhook-timestamp` and
 * `webhook-signature`, an HMAC-SHA256 over the three. Tried again where nobody answers, and on 408, 425, 429 and 5xx.
 *
 * @throws NOTIFY_FAILED with the last answer's status; the signal's reason.
 */
export async function sendNotice(
  notice: RunNotice,
  { url, key }: CheckedTarget,
  runtime: Runtime,
  signal: AbortSignal | undefined,
): Promise<void> {
  const id = `run_${notice.taskId}_${Math.floor(runtime.random() * 2 ** 48).toString(36)}`;
  const body = JSON.stringify(notice);
  for (let tried = 0; ; tried++) {
    const timestamp = String(Math.floor(runtime.now() / 1_000));
    const headers = {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature(key, `${id}.${timestamp}.${body}`)}`,
    };
    const answer = await post(runtime, url, { headers, body }, signal);
    if (answer === "taken") return;
    const pause = answer.again ? pauses[tried] : undefined;
    if (pause === undefined)
      throw new TrainyardError(
        "NOTIFY_FAILED",
        `The end of task ${notice.taskId} could not be told to ${url.origin}: ${answer.why}.`,
        { facts: { taskId: notice.taskId, ref: notice.ref, tries: tried + 1 } },
      );
    await runtime.sleep(pause, signal);
  }
}

type Answer = "taken" | { readonly why: string; readonly again: boolean };

async function post(
  runtime: Runtime,
  url: URL,
  request: { readonly headers: Record<string, string>; readonly body: string },
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const clock = new AbortController();
  const off = runtime.alarm(patience, () => clock.abort());
  const ended = signal === undefined ? clock.signal : AbortSignal.any([clock.signal, signal]);
  try {
    const { fetch } = runtime;
    const response = await fetch(url, { ...request, method: "POST", redirect: "manual", signal: ended });
    await response.body?.cancel();
    const { status } = response;
    if (response.ok) return "taken";
    // A browser shows a redirect that is not followed as status 0.
    if (status === 0 || (status >= 300 && status < 400))
      return { why: "it redirects, and redirects are not followed", again: false };
    return { why: `it answered ${status}`, again: status >= 500 || [408, 425, 429].includes(status) };
  } catch {
    signal?.throwIfAborted();
    return { why: clock.signal.aborted ? "it did not answer in time" : "nobody answered", again: true };
  } finally {
    off();
  }
}

function signature(key: Uint8Array, text: string): string {
  return btoa(String.fromCharCode(...hmac(sha256, key, utf8ToBytes(text))));
}
