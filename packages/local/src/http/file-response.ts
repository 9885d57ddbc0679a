import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { ApiError } from "../store/api-error.ts";

/**
 * A file of the store as an answer, streamed; a part of it when the request asks for one (`Range: bytes=from-to`).
 *
 * @throws ApiError 404 when it is gone from the disk.
 */
export async function fileResponse(
  file: string,
  request: Request,
  mime = "application/octet-stream",
): Promise<Response> {
  const info = await stat(file).catch(() => {
    throw new ApiError(404, "The file is missing on disk.");
  });
  const range = rangeOf(request, info.size);
  const headers = new Headers({ "content-type": mime, "accept-ranges": "bytes" });
  const { from, to } = range ?? { from: 0, to: info.size - 1 };
  headers.set("content-length", String(to - from + 1));
  if (range !== undefined) headers.set("content-range", `bytes ${from}-${to}/${info.size}`);
  const body = to < from ? null : Readable.toWeb(createReadStream(file, { start: from, end: to }));
  return new Response(body as ReadableStream<Uint8Array> | null, {
    status: range === undefined ? 200 : 206,
    headers,
  });
}

/** Undefined for a request of the whole, and for a range that cannot be met. */
function rangeOf(request: Request, size: number): { from: number; to: number } | undefined {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") ?? "") ?? [];
  if (first === undefined) return undefined;
  const from = Number(first);
  const to = last === undefined || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return from > to ? undefined : { from, to };
}
