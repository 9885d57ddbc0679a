import { HTTPError, TimeoutError } from "ky";
import type { ErrorCode } from "../errors/codes.ts";
import { isTrainyardError, TrainyardError } from "../errors/trainyard-error.ts";

/** Turns whatever a request threw into a TrainyardError; an abort by the caller stays what it is. */
export async function callError(
  cause: unknown,
  endpoint: string,
  secret: string,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  if (signal?.aborted === true) return signal.reason;
  if (isTrainyardError(cause)) return cause;
  if (cause instanceof HTTPError) {
    const { response } = cause;
    const reason = scrub(await reasonOf(response), secret);
    const requestId = response.headers.get("x-request-id");
    return new TrainyardError(
      codeOf(response.status),
      `${endpoint} answered ${response.status}: ${reason}.`,
      {
        facts: {
          ...{ endpoint, status: response.status, reason },
          ...(requestId === null ? {} : { requestId }),
          ...retryAfter(response),
        },
      },
    );
  }
  const why =
    cause instanceof TimeoutError ? "it did not answer in time" : scrub(networkReason(cause), secret);
  return new TrainyardError("INSTANCE_UNREACHABLE", `${endpoint} could not be called: ${why}.`, {
    facts: { endpoint },
  });
}

/** Milliseconds that the instance asks to be left alone for, if it does. */
function retryAfter({ headers }: Response): { retryAfter?: number } {
  const text = headers.get("retry-after") ?? "";
  const wait = /^\d+$/.test(text) ? 1000 * Number(text) : Date.parse(text) - Date.now();
  return wait > 0 ? { retryAfter: wait } : {};
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return "UNAUTHORIZED";
  if (status === 403) return "FORBIDDEN";
  if (status === 404) return "NOT_FOUND";
  if (status >= 300 && status < 400) return "ANSWER_UNEXPECTED";
  if (status >= 400 && status < 500 && status !== 408 && status !== 429 && status !== 499)
    return "REQUEST_REJECTED";
  return "INSTANCE_FAILED";
}

/** The platform says why in `details.message`, in a list of details, or in `error`. */
async function reasonOf(response: Response): Promise<string> {
  const text = (await response.text().catch(() => "")).slice(0, 4000);
  try {
    const body: unknown = JSON.parse(text);
    return messageIn(body) ?? response.statusText;
  } catch {
    return response.statusText || "no reason given";
  }
}

function messageIn(body: unknown): string | undefined {
  if (typeof body === "string") return body;
  if (Array.isArray(body)) return body.map(messageIn).filter(Boolean).join("; ") || undefined;
  if (typeof body !== "object" || body === null) return undefined;
  if ("details" in body)
    return messageIn(body.details) ?? ("error" in body ? messageIn(body.error) : undefined);
  if ("detail" in body) return messageIn(body.detail);
  if ("message" in body) return messageIn(body.message);
  return "error" in body ? messageIn(body.error) : undefined;
}

function networkReason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  const detail = inner instanceof Error ? inner.message || ("code" in inner ? String(inner.code) : "") : "";
  return detail === "" ? cause.message : `${cause.message} (${detail})`;
}

function scrub(text: string, secret: string): string {
  // A word of a few letters is no secret worth hiding, and would tear holes into the sentence.
  const clean = secret.length < 8 ? text : text.replaceAll(secret, "***");
  return clean.trim().replace(/\.$/, "").slice(0, 500);
}
