import * as v from "valibot";
import { isTrainyardError, TrainyardError } from "../../errors/trainyard-error.ts";
import type { Project } from "../../plan/terms/facts.ts";
import type { Caller } from "../caller.ts";

const answer = v.nullable(
  v.object({
    id: v.number(),
    name: v.optional(v.string(), ""),
    workspaceId: v.number(),
    teamId: v.nullish(v.number()),
    type: v.nullish(v.string()),
    imagesCount: v.nullish(v.number()),
  }),
);

/**
 * A project by id.
 *
 * @throws PROJECT_NOT_FOUND
 * Source: platform fact, `projects.info`.
 */
export async function projectsInfo(instance: Caller, id: number): Promise<Project> {
  const missing = () =>
    new TrainyardError("PROJECT_NOT_FOUND", `There is no project ${id}, or this token cannot see it.`, {
      facts: { projectId: id },
    });
  const info = await instance.call("projects.info", { id }, answer).catch((error: unknown) => {
    throw isTrainyardError(error, "NOT_FOUND") ? missing() : error;
  });
  if (info === null) throw missing();
  const { id: found, name, workspaceId, teamId, type, imagesCount } = info;
  return {
    id: found,
    name,
    workspaceId,
    ...(typeof teamId === "number" ? { teamId } : {}),
    ...(typeof type === "string" ? { type } : {}),
    ...(typeof imagesCount === "number" ? { imagesCount } : {}),
  };
}
