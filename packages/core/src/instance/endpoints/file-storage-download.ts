import type { Caller, CallOptions } from "../caller.ts";

/** A file of Team Files. Source: platform fact, `file-storage.download`. */
export function fileStorageDownload(
  instance: Caller,
  teamId: number,
  path: string,
  options: CallOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return instance.download("file-storage.download", { teamId, path }, { timeout: 300_000, ...options });
}
