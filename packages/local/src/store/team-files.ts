import { createHash, randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { createWriteStream, existsSync, rmSync, statSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
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
  /** Uploads under way; inside no team's folder, so that nobody lists a half. */
  readonly #incoming: string;

  constructor(dir: string) {
    this.#root = join(dir, "team-files");
    this.#incoming = join(this.#root, ".incoming");
    rmSync(this.#incoming, { recursive: true, force: true });
  }

  /** The place of a path on disk. @throws ApiError 400 */
  place(teamId: number, path: string): string {
    return confine(join(this.#root, String(teamId)), path);
  }

  /**
   * What lies directly in a path; or, recursive, the files at or below it, with their folders only if asked for.
   * In the order of paths.
   */
  async list(
    teamId: number,
    path: string,
    recursive: boolean,
    folders: boolean = !recursive,
  ): Promise<readonly TeamFile[]> {
    const place = this.place(teamId, path);
    const info = statSync(place, { throwIfNoEntry: false });
    if (info === undefined) return [];
    if (!info.isDirectory()) return [entry(teamId, clean(path), info)];
    const names = await readdir(place, { recursive, withFileTypes: true });
    const above = clean(path) === "/" ? "" : clean(path);
    const rows = names
      .filter((name) => name.isFile() || (name.isDirectory() && folders))
      .flatMap((name) => {
        const at = join(name.parentPath, name.name);
        const found = statSync(at, { throwIfNoEntry: false });
        const below = at.slice(place.length).replaceAll("\\", "/");
        return found === undefined ? [] : [entry(teamId, `${above}${below}`, found)];
      });
    return rows.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The place of an existing file. @throws ApiError 404 */
  file(teamId: number, path: string): string {
    const place = this.place(teamId, path);
    if (statSync(place, { throwIfNoEntry: false })?.isFile() !== true)
      throw new ApiError(404, `There is no file ${path}.`);
    return place;
  }

  /** The place of an existing folder. @throws ApiError 404 */
  folder(teamId: number, path: string): string {
    const place = this.place(teamId, path);
    if (!isFolder(place)) throw new ApiError(404, `There is no folder ${path}.`);
    return place;
  }

  /** The file or folder of an id. @throws ApiError 404 */
  async byId(teamIds: readonly number[], id: number): Promise<{ teamId: number; file: TeamFile }> {
    for (const teamId of teamIds) {
      const file = (await this.list(teamId, "/", true)).find((candidate) => candidate.id === id);
      if (file !== undefined) return { teamId, file };
    }
    throw new ApiError(404, `There is no file ${id}.`);
  }

  /** Puts a file; a reader sees the old or the new one, never a half. @throws ApiError 400 */
  async put(
    teamId: number,
    path: string,
    content: Uint8Array | Readable | AsyncIterable<Uint8Array>,
  ): Promise<TeamFile> {
    const place = this.place(teamId, path);
    if (path.endsWith("/") || clean(path) === "/" || isFolder(place))
      throw new ApiError(400, `The path ${JSON.stringify(path)} names a folder, not a file.`);
    const temporary = join(this.#incoming, randomUUID());
    await mkdir(this.#incoming, { recursive: true });
    try {
      const bytes = content instanceof Uint8Array ? [content] : content;
      await pipeline(bytes, createWriteStream(temporary, { flags: "wx" }));
      await mkdir(dirname(place), { recursive: true }).catch(() => {
        throw new ApiError(400, `A part of the path ${JSON.stringify(path)} is a file.`);
      });
      await rename(temporary, place);
    } finally {
      await rm(temporary, { force: true });
    }
    return entry(teamId, clean(path), statSync(place));
  }

  /** Removes a file or a folder with all in it; what is not there is no mistake. */
  async remove(teamId: number, path: string): Promise<void> {
    if (clean(path) === "/") throw new ApiError(400, "Team Files as a whole cannot be removed.");
    await rm(this.place(teamId, path), { recursive: true, force: true });
  }
}

/** A path with one slash before and none after, and without detours. */
function clean(path: string): string {
  return posix
    .normalize(`/${path}`)
    .replace(/^\/+/, "/")
    .replace(/(?<=.)\/+$/, "");
}

function isFolder(place: string): boolean {
  return existsSync(place) && statSync(place).isDirectory();
}

function entry(teamId: number, path: string, info: Stats): TeamFile {
  // 48 bits of a hash: the same id for a path for ever, without a list of ids to keep.
  const id = createHash("sha256").update(`${teamId}:${path}`).digest().readUIntBE(0, 6);
  return {
    id,
    path,
    name: path.slice(path.lastIndexOf("/") + 1),
    isDir: info.isDirectory(),
    size: info.isDirectory() ? 0 : info.size,
    updatedAt: info.mtime.toISOString(),
  };
}
