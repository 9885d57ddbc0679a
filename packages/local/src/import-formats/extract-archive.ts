import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { unpackTar } from "modern-tar/fs";
import yauzl from "yauzl";
import { ProjectFormatError } from "../project-format/format-error.ts";

/** More than any project that a laptop trains on; a bound for archives that unfold. */
const limits = { bytes: 64 * 2 ** 30, entries: 2_000_000, ratio: 200 };

/** Whether a file's name is that of an archive that can be imported. */
export function isArchive(file: string): boolean {
  return /\.(zip|tar|tar\.gz|tgz)$/i.test(file);
}

/**
 * Unpacks an archive into an empty folder. Entries that would land outside it, and links, end it.
 *
 * @throws ProjectFormatError naming the archive.
 */
export async function extractArchive(file: string, folder: string, signal?: AbortSignal): Promise<void> {
  try {
    await (/\.zip$/i.test(file) ? unzip(file, folder, signal) : untar(file, folder, signal));
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof ProjectFormatError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ProjectFormatError(file, `the archive cannot be unpacked (${why}). Make it anew.`);
  }
}

async function untar(file: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const into = unpackTar(folder, { filter: ({ type }) => type === "file" || type === "directory" });
  const options = signal === undefined ? {} : { signal };
  if (/gz$/i.test(file)) await pipeline(createReadStream(file), createGunzip(), bounded(file), into, options);
  else await pipeline(createReadStream(file), bounded(file), into, options);
}

async function unzip(file: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const zip = await yauzl.openPromise(file);
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    signal?.throwIfAborted();
    const path = resolve(folder, entry.fileName);
    if (!path.startsWith(resolve(folder) + sep))
      throw new ProjectFormatError(
        file,
        `it holds ${JSON.stringify(entry.fileName)}, which lies outside. Make it anew.`,
      );
    bytes += entry.uncompressedSize;
    const unfolds =
      entry.uncompressedSize > 2 ** 20 && entry.uncompressedSize > limits.ratio * entry.compressedSize;
    if (bytes > limits.bytes || zip.entryCount > limits.entries || unfolds) throw tooLarge(file);
    if (entry.fileName.endsWith("/")) continue;
    await mkdir(dirname(path), { recursive: true });
    await pipeline(
      await zip.openReadStreamPromise(entry),
      createWriteStream(path),
      signal === undefined ? {} : { signal },
    );
  }
}

/** Lets no more through than the limit. */
function bounded(file: string): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      bytes += chunk.length;
      done(bytes > limits.bytes ? tooLarge(file) : null, chunk);
    },
  });
}

function tooLarge(file: string): ProjectFormatError {
  return new ProjectFormatError(
    file,
    "it unfolds to more than a project holds. Unpack it yourself, and import the folder.",
  );
}

/** The one folder that an archive was made of, or the archive's own top. */
export function innerFolder(folder: string, names: readonly string[]): string {
  const shown = names.filter((name) => !name.startsWith(".") && name !== "__MACOSX");
  const [only] = shown;
  return shown.length === 1 && only !== undefined ? join(folder, only) : folder;
}
