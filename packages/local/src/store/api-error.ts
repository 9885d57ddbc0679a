/** The statuses the instance refuses with. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 500 | 503 | 507;

/** An answer other than 200: its status and the sentence the client is told. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: RefusalStatus;

  /** What the answer's details say beside the message. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: RefusalStatus, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}
