import type { Caller } from "./caller.ts";

/** A file of an instance under way: its bytes as they come, and how many there will be, where the instance says so. */
export interface OpenedFile {
  readonly size: number | undefined;
  readonly bytes: ReadableStream<Uint8Array>;
}

/** Reads files piece by piece, for those that should not be held in memory. */
export interface FileOpener extends Caller {
  /**
   * Opens a file of Team Files. The signal ends the reading as well.
   *
   * @throws NOT_FOUND, UNAUTHORIZED and their like.
   */
  open(teamId: number, path: string, signal?: AbortSignal): Promise<OpenedFile>;
}
