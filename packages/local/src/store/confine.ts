import { lstatSync } from "node:fs";
import { join, normalize, sep } from "node:path";
import { ApiError } from "./api-error.ts";

/**
 * The place of a Team Files path below `root`. Refuses paths that lead out of it, by dots or by links.
 *
 * @throws ApiError 400
 */
export function confine(root: string, path: string): string {
  if (path.includes("\0") || path.length > 4096) throw new ApiError(400, "The path is not a path.");
  const relative = normalize(path.replace(/^\/+/, ""));
  if (relative.split(sep).includes("..") || relative.startsWith(sep))
    throw new ApiError(400, `The path ${JSON.stringify(path)} leads out of Team Files.`);
  let here = root;
  for (const part of relative.split(sep)) {
    here = join(here, part);
    if (lstatSync(here, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new ApiError(400, `The path ${JSON.stringify(path)} goes through a link.`);
  }
  return here;
}
