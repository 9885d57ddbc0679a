import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ApiError } from "./api-error.ts";
import { confine } from "./confine.ts";

/** An entry of Team Files. */
export interface TeamFile {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly isDir: boolean;
  /** Bytes. */
  readonly size: number;
  readonly updatedAt: string;
}

/** Team Files as plain files, one folder per team. */
export class TeamFiles {
  readonly #root: string;

  constructor(dir: string) {
    this.#root = join(dir, "team-files");
  }

  /** The place of a path on disk. @throws ApiError 400 */
  place(teamId: number, path: string): string {
    return confine(join(this.#root, String(teamId)), path);
  }

  /** Files at or below a path; or, not recursive, what lies directly in it. */
  async list(teamId: number, path: string, recursive: boolean): Promise<readonly TeamFile[]> {
    const place = this.place(teamId, path);
    if (!existsSync(place)) return [];
    const clean = `/${path.replace(/^\/+|\/+$/g, "")}`;
    if (!statSync(place).isDirectory()) return [entry(place, clean)];
    const names = await readdir(place, { recursive, withFileTypes: true });
    const rows = names
      .filter((name) => !name.isSymbolicLink() && (name.isFile() || !recursive))
      .map((name) => {
        const at = join(name.parentPath, name.name);
        const below = at.slice(place.length).replaceAll("\\", "/");
        return entry(at, clean === "/" ? below : `${clean}${below}`);
      });
    return rows.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The place of an existing file. @throws ApiError 404 */
  file(teamId: number, path: string): string {
    const place = this.place(teamId, path);
    if (!existsSync(place) || statSync(place).isDirectory())
      throw new ApiError(404, `There is no file ${path}.`);
    return place;
  }

  /** Puts a file; a reader sees the old or the new one, never a half. */
  async put(teamId: number, path: string, content: Uint8Array): Promise<TeamFile> {
    const place = this.place(teamId, path);
    await mkdir(dirname(place), { recursive: true });
    const temporary = `${place}.${process.pid}.tmp`;
    await writeFile(temporary, content);
    await rename(temporary, place);
    return entry(place, `/${path.replace(/^\/+/, "")}`);
  }
}

function entry(place: string, path: string): TeamFile {
  const info = statSync(place);
  const id = createHash("sha256").update(path).digest().readUInt32BE(0) % 2 ** 31;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const size = info.isDirectory() ? 0 : info.size;
  return { id, path, name, isDir: info.isDirectory(), size, updatedAt: info.mtime.toISOString() };
}
