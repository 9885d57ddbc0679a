import * as v from "valibot";
import type { ProjectIndex, StoredDataset } from "../../store/project-index.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

function datasetRow(dataset: StoredDataset, project: ProjectIndex, { teams }: Context) {
  const images = project.images.filter((image) => image.datasetId === dataset.id);
  return {
    id: dataset.id,
    name: dataset.name,
    description: "",
    size: String(images.reduce((sum, image) => sum + image.size, 0)),
    projectId: project.id,
    parentId: dataset.parentId,
    teamId: teams.workspace(project.workspaceId).teamId,
    workspaceId: project.workspaceId,
    imagesCount: images.length,
    itemsCount: images.length,
    createdAt: project.createdAt,
    updatedAt: project.updatedAt ?? project.createdAt,
    referenceImageUrl: null,
    // Given only to those who ask for it; the SDK cannot put an object here into its tree.
    customData: null,
    createdBy: null,
  };
}

/** Datasets of projects; without `recursive` only those at the top. */
export const datasetEndpoints: Endpoints = {
  "datasets.list": endpoint(
    v.looseObject({
      ...pagingEntries,
      projectId: v.number(),
      parentId: v.nullish(v.number()),
      recursive: v.optional(v.boolean(), false),
    }),
    (body, context) => {
      const project = context.projects.get(body.projectId);
      const rows = project.datasets.filter(({ parentId }) =>
        typeof body.parentId === "number" ? parentId === body.parentId : body.recursive || parentId === null,
      );
      return page(
        rows.map((dataset) => datasetRow(dataset, project, context)),
        body,
      );
    },
  ),
  "datasets.info": endpoint(idBody, ({ id }, context) => {
    const { dataset, project } = context.projects.dataset(id);
    return datasetRow(dataset, project, context);
  }),
};
