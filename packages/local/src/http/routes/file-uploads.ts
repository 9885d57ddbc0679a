import { Readable } from "node:stream";
import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import type { TeamFile } from "../../store/team-files.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { numberText, parseBody } from "../endpoint.ts";
import { fileRow } from "../file-row.ts";

const teamQuery = v.object({ teamId: numberText });
const fileQuery = v.object({ teamId: numberText, path: v.string() });

/** Putting files into Team Files. */
export const fileUploadEndpoints: Endpoints = {
  "file-storage.bulk.upload": async (_, context, request) => {
    const { teamId } = parseBody(teamQuery, queryOf(request));
    const files = await putForm(teamId, request, context);
    return files.map((file) => fileRow(file, teamId, request));
  },
  /** One file: a form as above, or its bytes as the whole body with the path in the query. */
  "file-storage.upload": async (_, context, request) => {
    if (request.headers.get("content-type")?.startsWith("multipart/") === true) {
      const { teamId } = parseBody(teamQuery, queryOf(request));
      const [file] = await putForm(teamId, request, context);
      return file && fileRow(file, teamId, request);
    }
    const { teamId, path } = parseBody(fileQuery, queryOf(request));
    const bytes = request.body === null ? new Uint8Array() : Readable.from(chunksOf(request.body));
    const file = await context.files.put(context.teams.team(teamId).id, path, bytes);
    return fileRow(file, teamId, request);
  },
};

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}

/**
 * Puts the files of a form. Each has a `path` in the same order: the file's own, or that of its folder with a slash
 * at the end, to which the file's name is added.
 */
async function putForm(
  teamId: number,
  request: Request,
  { files, teams }: Context,
): Promise<readonly TeamFile[]> {
  const { id } = teams.team(teamId);
  const form = await request.formData().catch(() => {
    throw new ApiError(400, "The body is no multipart form.");
  });
  const paths = form.getAll("path");
  const contents = form.getAll("file");
  if (paths.length !== contents.length || paths.length === 0)
    throw new ApiError(400, "The form must hold one path for each file.");
  const put: TeamFile[] = [];
  for (const [at, content] of contents.entries()) {
    const path = paths[at];
    if (typeof path !== "string" || typeof content === "string")
      throw new ApiError(400, "A path is text, a file is a file.");
    const whole = path.endsWith("/") ? `${path}${content.name}` : path;
    put.push(await files.put(id, whole, new Uint8Array(await content.arrayBuffer())));
  }
  return put;
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
