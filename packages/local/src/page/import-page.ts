import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Hono } from "hono";
import * as v from "valibot";
import { isArchive } from "../import-formats/extract-archive.ts";
import { ProjectFormatError } from "../project-format/format-error.ts";
import { ApiError } from "../store/api-error.ts";
import { diskFailure } from "../store/disk-failure.ts";

/** What an import says of itself. */
interface Imported {
  readonly id: number;
  readonly name: string;
  readonly images: number;
  readonly skipped: number;
  readonly leftOut: readonly string[];
}
const fromFolder = v.object({ path: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)) });

/** Imports on the page: a path on this machine, or an archive that was dropped. */
export function mountImportPage(
  app: Hono,
  take: (path: string, signal: AbortSignal) => Promise<Imported>,
): void {
  app.post("/page/import", async ({ req, json }) => {
    const read = v.safeParse(fromFolder, await req.json().catch(() => undefined));
    if (!read.success) throw new ApiError(400, "Name the folder, archive or COCO file to import.");
    return json(await told(take(read.output.path, req.raw.signal)));
  });
  app.post("/page/import/archive", async ({ req, json }) => {
    const name = basename(req.query("name") ?? "");
    if (!isArchive(name) || /\p{Cc}/u.test(name))
      throw new ApiError(
        400,
        `${JSON.stringify(name)} is no archive: drop a .zip, .tar or .tar.gz of a project.`,
      );
    const folder = await mkdtemp(join(tmpdir(), "trainyard-drop-"));
    try {
      const path = join(folder, name);
      const body = req.raw.body as ReadableStream<Uint8Array> | null;
      if (body === null) throw new ApiError(400, "The archive is empty.");
      await pipeline(Readable.fromWeb(body), createWriteStream(path));
      return json(await told(take(path, req.raw.signal)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

/** What is wrong with a project is the answer, not a failure of the instance. */
async function told(importing: Promise<Imported>): Promise<Imported> {
  try {
    const { id, name, images, skipped, leftOut } = await importing;
    return { id, name, images, skipped, leftOut };
  } catch (error) {
    if (error instanceof ProjectFormatError) throw new ApiError(400, error.message);
    throw diskFailure(error) ?? error;
  }
}
