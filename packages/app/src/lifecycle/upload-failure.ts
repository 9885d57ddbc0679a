/** A training that was done, but whose files did not all get to Team Files. */
export class UploadFailure extends Error {
  /** Exports and uploads again from what is on disk. */
  readonly resume: () => Promise<void>;

  constructor(message: string, resume: () => Promise<void>) {
    super(message);
    this.name = "Error";
    this.resume = resume;
  }
}
