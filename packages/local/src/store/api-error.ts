/** An answer other than 200: its status and the sentence the client is told. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: 400 | 401 | 403 | 404 | 500;

  constructor(status: 400 | 401 | 403 | 404 | 500, message: string) {
    super(message);
    this.status = status;
  }
}
