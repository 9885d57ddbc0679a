import * as v from "valibot";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody, numberText } from "../endpoint.ts";
import { fileResponse } from "../file-response.ts";
import { fileRow } from "../file-row.ts";
import { folderArchive } from "../folder-archive.ts";

const place = { teamId: numberText, path: v.string() };

/** Team Files: looking, reading and removing. */
export const fileStorageEndpoints: Endpoints = {
  "file-storage.list": endpoint(
    v.looseObject({ ...place, recursive: v.optional(v.boolean(), true) }),
    async ({ teamId, path, recursive }, { files, teams }, request) => {
      const rows = await files.list(teams.team(teamId).id, path, recursive);
      return rows.map((file) => fileRow(file, teamId, request));
    },
  ),
  "file-storage.v2.list": endpoint(
    v.looseObject({
      ...place,
      recursive: v.optional(v.boolean(), true),
      files: v.optional(v.boolean(), true),
      folders: v.optional(v.boolean(), true),
      limit: v.optional(v.pipe(v.number(), v.minValue(1))),
    }),
    async (body, { files, teams }, request) => {
      const { id } = teams.team(body.teamId);
      const rows = await files.list(id, body.path, body.recursive, body.folders);
      const entities = rows.filter((file) => file.isDir || body.files).slice(0, body.limit);
      return { entities: entities.map((file) => fileRow(file, id, request)), continuationToken: null };
    },
  ),
  "file-storage.info": endpoint(idBody, async ({ id }, { files, teams }, request) => {
    const teamIds = teams.teams.map((team) => team.id);
    const { teamId, file } = await files.byId(teamIds, id);
    return fileRow(file, teamId, request);
  }),
  /** A file; or, for a path with a slash at its end, a folder as a tar. */
  "file-storage.download": endpoint(v.looseObject(place), ({ teamId, path }, { files, teams }, request) => {
    const { id } = teams.team(teamId);
    return path.endsWith("/")
      ? folderArchive(files.folder(id, path))
      : fileResponse(files.file(id, path), request);
  }),
  "file-storage.remove": endpoint(v.looseObject(place), async ({ teamId, path }, { files, teams }) => {
    await files.remove(teams.team(teamId).id, path);
    return { success: true };
  }),
  "file-storage.bulk.remove": endpoint(
    v.looseObject({ teamId: numberText, paths: v.pipe(v.array(v.string()), v.maxLength(20_000)) }),
    async ({ teamId, paths }, { files, teams }) => {
      const { id } = teams.team(teamId);
      for (const path of paths) await files.remove(id, path);
      return { success: true };
    },
  ),
};
