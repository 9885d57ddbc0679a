import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { startLocalInstance } from "../instance/start-local-instance.ts";
import type { Importer } from "./import-path.ts";
import { importPath } from "./import-path.ts";
import { everyRow } from "./list-images.ts";
import type { Ask } from "./open-instance.ts";
import { askOf, runningInstance } from "./open-instance.ts";
import { ownImporter } from "./own-importer.ts";

const help = `trainyard-local import PATH …: takes projects in, while the instance runs or without one.

  PATH       a folder in Supervisely's on-disk format, a YOLO folder (data.yaml), a COCO file or folder, or a .zip, .tar
             or .tar.gz of one
  --again    imports a path once more that the instance already has a project of
  --dir DIR  folder of the instance's state (default: ~/.trainyard)`;

/** Runs `trainyard-local import …`; gives the exit code: 1 when a path could not be imported. */
export async function importCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { dir: { type: "string" }, again: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help === true) {
    console.log(help);
    return 0;
  }
  if (positionals.length === 0) throw new Error("import needs a path. See import --help.");
  const dir = values.dir ?? join(homedir(), ".trainyard");
  const every = async (importer: Importer) => {
    let allIn = true;
    for (const path of positionals)
      allIn = (await importPath(importer, path, values.again === true)) && allIn;
    return allIn ? 0 : 1;
  };
  const running = runningInstance(dir);
  if (running !== undefined) return every(runningImporter(askOf(running)));
  const instance = await startLocalInstance({ dir, idle: true, agentEnabled: false });
  try {
    return await every(ownImporter(instance));
  } finally {
    await instance.close();
  }
}

const { array, looseObject, number, string } = v;
const importedRow = looseObject({
  ...{ id: number(), name: string(), images: number(), skipped: number() },
  leftOut: array(string()),
});
const projectRow = looseObject({
  id: number(),
  customData: looseObject({ importedFrom: v.optional(string()) }),
});

/** Takes projects into an instance that another process runs. */
function runningImporter(ask: Ask): Importer {
  return {
    known: async (path) => {
      const rows = await everyRow(ask, "projects.list", projectRow, {});
      return rows.find(({ customData }) => customData.importedFrom === resolve(path))?.id;
    },
    take: (path) => ask("/page/import", importedRow, { path: resolve(path) }),
  };
}
