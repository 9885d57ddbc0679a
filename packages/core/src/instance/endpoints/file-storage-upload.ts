import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

const answer = v.array(v.looseObject({ id: v.number(), path: v.string() }));

/**
 * Puts a file into Team Files; gives its id and the path it got.
 *
 * Source: platform fact, `file-storage.bulk.upload`: a multipart form of `path` and `file` pairs.
 */
export async function fileStorageUpload(
  instance: Caller,
  teamId: number,
  path: string,
  content: Uint8Array<ArrayBuffer>,
  options: CallOptions = {},
): Promise<{ id: number; path: string }> {
  const form = new FormData();
  form.append("path", path);
  form.append("file", new Blob([content]), path.slice(path.lastIndexOf("/") + 1));
  const rows = v.parse(
    answer,
    await instance.upload(`file-storage.bulk.upload?teamId=${teamId}`, form, options),
  );
  return { id: rows[0]?.id ?? 0, path: rows[0]?.path ?? path };
}
