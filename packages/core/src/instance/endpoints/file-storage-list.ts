import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

const answer = v.array(v.looseObject({ path: v.string() }));

/** Paths in a team's Team Files at or below `path`. Source: platform fact, `file-storage.list`. */
export async function fileStorageList(
  instance: Caller,
  teamId: number,
  path: string,
  options?: CallOptions,
): Promise<readonly string[]> {
  const rows = await instance.call("file-storage.list", { teamId, path, recursive: true }, answer, options);
  return rows.map((row) => row.path);
}
