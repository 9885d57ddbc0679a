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
  const parts = relative.split(sep).filter((part) => part !== "" && part !== ".");
  if (parts.includes(".."))
    throw new ApiError(400, `The path ${JSON.stringify(path)} leads out of Team Files.`);
  let here = root;
  for (const part of parts) {
    here = join(here, part);
    if (isLink(here)) throw new ApiError(400, `The path ${JSON.stringify(path)} goes through a link.`);
  }
  return here;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch (error) {
    // Below a file there is nothing, so no link either; a part may also be longer than names can be.
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
    if (code === "ENOTDIR") return false;
    throw new ApiError(400, "The path is not a path.");
  }
}
