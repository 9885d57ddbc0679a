/** A command that has said all there is to say, and ends with a code of its own. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly code: number;

  constructor(code: number) {
    super(`exit code ${code}`);
    this.code = code;
  }
}
