import { basename } from "node:path";
import type { ImportedProject, ImportOptions } from "../instance/start-local-instance.ts";
import { importProgress } from "./import-progress.ts";

/** Takes projects in: an instance of this process, or one that runs elsewhere. */
export interface Importer {
  /** The project that was taken in from this path before. */
  known(path: string): Promise<number | undefined>;
  take(
    path: string,
    progress: Pick<ImportOptions, "onProgress">,
  ): Promise<Pick<ImportedProject, "id" | "name" | "images" | "skipped" | "leftOut">>;
}

/** Imports a path, and says what came of it: a bad one keeps nothing else from going on. Gives whether it is in. */
export async function importPath(importer: Importer, path: string, again: boolean): Promise<boolean> {
  const known = await importer.known(path);
  if (known !== undefined && !again) {
    console.log(`Not again: ${path} is project ${known} already; --again imports it once more.`);
    return true;
  }
  const { stop, ...progress } = importProgress(basename(path));
  try {
    const project = await importer.take(path, progress).finally(stop);
    const skipped = project.skipped > 0 ? `, ${project.skipped} files that are no images skipped` : "";
    console.log(`Imported:  ${project.id} "${project.name}", ${project.images} images${skipped}`);
    for (const sentence of project.leftOut) console.log(`           left out: ${sentence}`);
    return true;
  } catch (error) {
    console.error(`Not imported: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
