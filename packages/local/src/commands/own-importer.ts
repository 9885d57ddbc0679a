import { resolve } from "node:path";
import type { LocalInstance } from "../instance/start-local-instance.ts";
import type { Importer } from "./import-path.ts";

/** Takes projects into an instance of this process. */
export function ownImporter(instance: LocalInstance): Importer {
  return {
    known: async (path) => instance.projects().find(({ importedFrom }) => importedFrom === resolve(path))?.id,
    take: (path, progress) => instance.importProject(path, progress),
  };
}
