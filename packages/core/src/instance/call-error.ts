import type { ErrorCode } from "../errors/codes.ts";
import type { ErrorFacts } from "../errors/trainyard-error.ts";
import { isTrainyardError, TrainyardError } from "../errors/trainyard-error.ts";
import { retryAfter } from "./retry-after.ts";

/** The error of an answer that is no success; `text` is its body, or the beginning of it. */
export function answerError(
  response: Response,
  text: string,
  call: { endpoint: string; secret: string; now: number },
): TrainyardError {
  const { endpoint, secret } = call;
  const { status, headers } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400))
    return redirectError(response, endpoint);
  const reason = scrub(reasonIn(text) ?? (response.statusText || "no reason given"), secret);
  const requestId = headers.get("x-request-id");
  const wait = retryAfter(headers, call.now);
  return new TrainyardError(codeOf(status), `${endpoint} answered ${status}: ${reason}.`, {
    facts: {
      endpoint,
      status,
      reason,
      ...(requestId === null ? {} : { requestId: scrub(requestId, secret) }),
      ...(wait === undefined ? {} : { retryAfter: wait }),
    },
  });
}

/** The error of a request that got no whole answer; a TrainyardError stays what it is. */
export function networkError(cause: unknown, endpoint: string, secret: string): TrainyardError {
  if (isTrainyardError(cause)) return cause;
  const facts: ErrorFacts = { endpoint, ...(neverLeft(cause) ? { unsent: true } : {}) };
  return new TrainyardError(
    "INSTANCE_UNREACHABLE",
    `${endpoint} could not be called: ${scrub(networkReason(cause), secret)}.`,
    { facts },
  );
}

/** The error of a request that was given up because its time was over. */
export function timeoutError(endpoint: string, timeout: number): TrainyardError {
  return new TrainyardError(
    "INSTANCE_UNREACHABLE",
    `${endpoint} could not be called: it did not answer within ${timeout / 1000} s.`,
    { facts: { endpoint, timedOut: true } },
  );
}

/** A redirect is never followed: the token is for this address only, and a POST would become a GET. */
function redirectError({ status, headers }: Response, endpoint: string): TrainyardError {
  const location = headers.get("location") ?? "";
  const host = URL.canParse(location) ? new URL(location).origin : "";
  return new TrainyardError("ANSWER_UNEXPECTED", `${endpoint} was redirected${host && ` to ${host}`}.`, {
    hint: "Connect to the address that the instance redirects to, if it is yours.",
    facts: { endpoint, status },
  });
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return "UNAUTHORIZED";
  if (status === 403) return "FORBIDDEN";
  if (status === 404) return "NOT_FOUND";
  if (status >= 400 && status < 500 && status !== 408 && status !== 429 && status !== 499)
    return "REQUEST_REJECTED";
  return "INSTANCE_FAILED";
}

/** The platform says why in `details.message`, in a list of details, or in `error`. */
function reasonIn(text: string): string | undefined {
  try {
    return messageIn(JSON.parse(text));
  } catch {
    return undefined;
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

/** Codes that only the making of a connection gives. */
const beforeSending = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/** Whether no byte of the request can have left: there was no connection to send it on. */
function neverLeft(cause: unknown): boolean {
  if (!isError(cause)) return false;
  if ("errors" in cause && Array.isArray(cause.errors) && cause.errors.length > 0)
    return cause.errors.every(neverLeft);
  return "code" in cause && typeof cause.code === "string"
    ? beforeSending.has(cause.code)
    : neverLeft(cause.cause);
}

/** Told by its form: a test runner's realm has an Error of its own. */
function isError(value: unknown): value is Error {
  return typeof value === "object" && value !== null && "message" in value;
}

function networkReason(cause: unknown): string {
  if (!isError(cause)) return String(cause);
  const inner = cause.cause;
  const detail = isError(inner) ? inner.message || ("code" in inner ? String(inner.code) : "") : "";
  return detail === "" ? cause.message : `${cause.message} (${detail})`;
}

function scrub(text: string, secret: string): string {
  // A word of a few letters is no secret worth hiding, and would tear holes into the sentence.
  const clean = secret.length < 8 ? text : text.replaceAll(secret, "***");
  return clean.trim().replace(/\.$/, "").slice(0, 500);
}
