import { constants } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mapBounded } from "./map-bounded.ts";
import type { FolderProject } from "./read-project.ts";

const atOnce = 8;

/** Writes a project into an empty folder in Supervisely's on-disk format, images byte for byte. */
export async function writeProject(
  { meta, datasets }: FolderProject,
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  for (const { path, images } of datasets) {
    const at = join(folder, path);
    await mkdir(join(at, "img"), { recursive: true });
    await mkdir(join(at, "ann"), { recursive: true });
    await mapBounded(images, atOnce, async ({ name, file, annotation }) => {
      signal?.throwIfAborted();
      await copyFile(file, join(at, "img", name), constants.COPYFILE_FICLONE);
      await writeFile(join(at, "ann", `${name}.json`), JSON.stringify(annotation));
    });
  }
  await writeFile(join(folder, "meta.json"), JSON.stringify(meta));
}
