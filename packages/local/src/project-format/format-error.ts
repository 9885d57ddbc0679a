/** A project folder that cannot be read: it names the file and the mend. */
export class ProjectFormatError extends Error {
  override readonly name = "ProjectFormatError";
  /** The file or folder that is wrong. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.path = path;
  }
}
