import * as v from "valibot";
import type { Project } from "../../plan/terms/facts.ts";
import type { Caller } from "../caller.ts";
import { listPages } from "./list-pages.ts";

const row = v.object({
  id: v.number(),
  name: v.optional(v.string(), ""),
  workspaceId: v.number(),
  teamId: v.nullish(v.number()),
  type: v.nullish(v.string()),
});

/** The projects of a team that have a name. Source: platform fact, `projects.list`, where a team is a group. */
export async function projectsNamed(
  instance: Caller,
  teamId: number,
  name: string,
): Promise<readonly Project[]> {
  const filter = [{ field: "name", operator: "=", value: name }];
  const rows = await listPages(
    instance,
    "projects.list",
    { groupId: teamId, filter, sort: "id", sort_order: "asc" },
    row,
  );
  return rows
    .filter((project) => project.name === name)
    .map(({ type, teamId: team, ...project }) => ({
      ...project,
      teamId: team ?? teamId,
      ...(typeof type === "string" ? { type } : {}),
    }));
}
