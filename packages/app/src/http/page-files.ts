import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Where the built page lies: the same way from src and from dist. */
export const pageFolder: string = fileURLToPath(new URL("../../page", import.meta.url));

/** A file below a folder; undefined when there is none, or when the path leads out of it. */
export async function fileBelow(
  folder: string,
  path: string,
): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly type: string } | undefined> {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep)) return undefined;
  try {
    const body = new Uint8Array(await readFile(file));
    return { body, type: types[extname(file)] ?? "application/octet-stream" };
  } catch {
    return undefined;
  }
}
