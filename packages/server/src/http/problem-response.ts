import { isTrainyardError } from "@trainyard/core";

/** Codes whose status is not what their beginning says. */
const statuses: Readonly<Record<string, number>> = {
  ...{ INPUT_INVALID: 400, SPEC_INVALID: 422, STEP_MISSING: 422, PRESET_UNKNOWN: 404, PRESET_INVALID: 422 },
  ...{ PROJECT_NOT_FOUND: 404, EXPERIMENT_NOT_FOUND: 404, NOT_FOUND: 404, AGENT_NOT_FOUND: 404 },
  ...{ TRAIN_APP_NOT_FOUND: 404, PLAN_STALE: 409, KEY_REUSED: 409, KEY_SPENT: 409, START_AMBIGUOUS: 409 },
  ...{ FORBIDDEN: 403, WAIT_TIMEOUT: 504, RATE_LIMITED: 429, UNREACHABLE: 502, INSTANCE_FAILED: 502 },
  // The host's own token was refused: nothing that the caller can mend.
  ...{ UNAUTHORIZED: 502, ANSWER_UNEXPECTED: 502 },
};

/** A refusal of this host's own. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** An error as problem+json (RFC 9457): our code, the mend, the page that explains it. Nothing of the host in it. */
export function problemResponse(error: unknown, logger: (error: unknown) => void): Response {
  if (isTrainyardError(error)) {
    const { code, message, hint, facts, page } = error;
    const status = statuses[code] ?? 500;
    return problem(status, { type: page, title: code, detail: message, code, hint, facts });
  }
  if (error instanceof Refusal) return problem(error.status, { title: "Refused", detail: error.message });
  logger(error);
  return problem(500, { title: "Failed", detail: "The host failed." });
}

function problem(status: number, body: Readonly<Record<string, unknown>>): Response {
  return new Response(JSON.stringify({ status, ...body }), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
