import * as v from "valibot";
import type { ProjectIndex } from "../../store/project-index.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";
import { projectStats } from "../project-stats.ts";

/** A dark square, for a project that has no image to show. */
const noImage =
  "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><rect width='8' height='8' fill='%23345'/></svg>";

function projectRow(project: ProjectIndex, { teams }: Context) {
  const [first] = project.images;
  return {
    id: project.id,
    name: project.name,
    description: "",
    readme: "",
    size: String(project.images.reduce((sum, image) => sum + image.size, 0)),
    teamId: teams.workspace(project.workspaceId).teamId,
    workspaceId: project.workspaceId,
    imagesCount: project.images.length,
    itemsCount: project.images.length,
    datasetsCount: project.datasets.length,
    createdAt: project.createdAt,
    updatedAt: project.updatedAt ?? project.createdAt,
    type: "images",
    referenceImageUrl: first === undefined ? noImage : `/public/api/v3/images.download?id=${first.id}`,
    customData: project.customData,
    backupArchive: {},
    settings: {},
    importSettings: {},
    version: null,
    createdBy: null,
  };
}

/** Projects, their classes and tags. */
export const projectEndpoints: Endpoints = {
  "projects.list": endpoint(
    v.looseObject({
      ...pagingEntries,
      workspaceId: v.optional(v.number()),
      // The platform's name for a team here.
      groupId: v.optional(v.number()),
    }),
    (body, context) => {
      const rows = context.projects.list().map((project) => projectRow(project, context));
      const wanted = rows.filter(
        ({ workspaceId, teamId }) =>
          (body.workspaceId === undefined || workspaceId === body.workspaceId) &&
          (body.groupId === undefined || teamId === body.groupId),
      );
      return page(wanted, body);
    },
  ),
  "projects.info": endpoint(idBody, ({ id }, context) => projectRow(context.projects.get(id), context)),
  "projects.meta": endpoint(idBody, ({ id }, { projects }) => ({
    projectType: "images",
    ...projects.meta(id),
  })),
  "projects.stats": endpoint(idBody, ({ id }, { projects }) =>
    projectStats(projects.get(id), projects.meta(id)),
  ),
  "projects.editInfo": endpoint(
    v.looseObject({ id: v.number(), customData: v.optional(v.record(v.string(), v.unknown())) }),
    ({ id, customData }, context) => {
      const project = context.projects.get(id);
      return projectRow(
        customData === undefined ? project : context.projects.setCustomData(id, customData),
        context,
      );
    },
  ),
};
