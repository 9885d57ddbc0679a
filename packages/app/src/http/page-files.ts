import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Where the built page lies: in the package's folder, which is another way from a source than from a bundle. */
export const pageFolder: string = join(packageFolder(dirname(fileURLToPath(import.meta.url))), "page");

function packageFolder(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageFolder(dirname(folder));
}

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
