import { basename } from "node:path";
import { Readable } from "node:stream";
import { packTar } from "modern-tar/fs";

/**
 * A folder as a tar, streamed: all in it below the folder's own name. Links are left out.
 *
 * Source: platform fact, as the SDK unpacks it.
 */
export function folderArchive(folder: string): Response {
  const sources = [{ type: "directory" as const, source: folder, target: basename(folder) }];
  const archive = packTar(sources, { filter: (_, info) => !info.isSymbolicLink() });
  return new Response(Readable.toWeb(archive) as ReadableStream<Uint8Array>, {
    headers: { "content-type": "application/x-tar" },
  });
}
