import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Instance } from "@trainyard/core";
import { fileStorageUpload } from "@trainyard/core/endpoints";

/** Uploads a folder's files into Team Files, keeping their paths below it; gives each file's id by that path. */
export async function uploadFolder(
  instance: Instance,
  teamId: number,
  folder: string,
  remote: string,
  options: { signal: AbortSignal; onProgress: (done: number, total: number) => Promise<void> },
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const [at, file] of files.entries()) {
    const below = file.slice(folder.length + 1).replaceAll("\\", "/");
    const content = new Uint8Array(await readFile(file));
    const { signal } = options;
    ids.set(below, (await fileStorageUpload(instance, teamId, `${remote}/${below}`, content, { signal })).id);
    await options.onProgress(at + 1, files.length);
  }
  return ids;
}
