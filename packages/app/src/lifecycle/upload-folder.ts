import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Instance } from "@trainyard/core";
import { fileStorageUpload } from "@trainyard/core/endpoints";

/** Uploads a folder's files into Team Files, keeping their paths below it. */
export async function uploadFolder(
  instance: Instance,
  teamId: number,
  folder: string,
  remote: string,
  options: { signal: AbortSignal; onProgress: (done: number, total: number) => Promise<void> },
): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const [at, file] of files.entries()) {
    const path = `${remote}${file.slice(folder.length).replaceAll("\\", "/")}`;
    await fileStorageUpload(instance, teamId, path, new Uint8Array(await readFile(file)), {
      signal: options.signal,
    });
    await options.onProgress(at + 1, files.length);
  }
}
