import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import { defaults } from "../../store/instance-file.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint } from "../endpoint.ts";

function checkTeam(teamId: number): void {
  if (teamId !== defaults.teamId) throw new ApiError(404, `There is no team ${teamId}.`);
}

/** Team Files. */
export const fileStorageEndpoints: Endpoints = {
  "file-storage.list": endpoint(
    v.looseObject({ teamId: v.number(), path: v.string(), recursive: v.optional(v.boolean(), true) }),
    ({ teamId, path, recursive }, { files }) => {
      checkTeam(teamId);
      return files.list(teamId, path, recursive);
    },
  ),
  "file-storage.download": endpoint(
    v.looseObject({ teamId: v.number(), path: v.string() }),
    async ({ teamId, path }, { files }) => {
      checkTeam(teamId);
      const place = files.file(teamId, path);
      const { size } = await stat(place);
      const stream = Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>;
      const headers = { "content-type": "application/octet-stream", "content-length": String(size) };
      return new Response(stream, { headers });
    },
  ),
  "file-storage.bulk.upload": (_, context, request) => upload(context, request),
};

/** A form of `path` and `file` fields, which belong together in their order. */
async function upload({ files }: Context, request: Request): Promise<unknown> {
  const teamId = Number(new URL(request.url).searchParams.get("teamId"));
  checkTeam(teamId);
  const form = await request.formData().catch(() => {
    throw new ApiError(400, "The body is no multipart form.");
  });
  const paths = form.getAll("path");
  const contents = form.getAll("file");
  if (paths.length !== contents.length || paths.length === 0)
    throw new ApiError(400, "The form must hold one path for each file.");
  const rows = [];
  for (const [at, content] of contents.entries()) {
    const path = paths[at];
    if (typeof path !== "string" || typeof content === "string")
      throw new ApiError(400, "A path is text, a file is a file.");
    rows.push(await files.put(teamId, path, new Uint8Array(await content.arrayBuffer())));
  }
  return rows;
}
