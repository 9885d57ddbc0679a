import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

const token = v.looseObject({ id: v.number(), commitToken: v.string() });

/** Versions of projects: reserved, uploaded by the client, committed. */
export const projectVersionEndpoints: Endpoints = {
  "projects.versions.list": endpoint(
    v.looseObject({ ...pagingEntries, projectId: v.number() }),
    (body, { versions, projects }) => page(versions.list(projects.get(body.projectId).id), body),
  ),
  "projects.versions.reserve": endpoint(
    v.looseObject({ projectId: v.number() }),
    ({ projectId }, { versions, projects, now }) => {
      const { id, createdAt } = projects.get(projectId);
      const last = versions.list(id).at(-1);
      // What a project holds does not change here, so its one version stays its newest.
      if (last !== undefined)
        throw new ApiError(400, "The project has not changed since its last version.", {
          useExistingVersion: true,
          version: { id: last.id, version: last.version },
        });
      const commitToken = randomUUID();
      return { id: versions.reserve(id, commitToken, now()), commitToken, projectUpdatedAt: createdAt };
    },
  ),
  "projects.versions.commit": endpoint(
    v.intersect([
      token,
      v.looseObject({
        teamFileId: v.nullish(v.number()),
        title: v.optional(v.string(), ""),
        description: v.optional(v.string(), ""),
      }),
    ]),
    ({ id, commitToken, teamFileId, title, description }, { versions }) => {
      versions.commit(id, commitToken, { teamFileId: teamFileId ?? null, title, description });
      return { success: true };
    },
  ),
  "projects.versions.cancel-reservation": endpoint(token, ({ id, commitToken }, { versions }) => {
    versions.cancel(id, commitToken);
    return { success: true };
  }),
};
