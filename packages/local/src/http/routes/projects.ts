import * as v from "valibot";
import { defaults } from "../../store/instance-file.ts";
import type { ProjectIndex } from "../../store/project-store.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

function projectRow(project: ProjectIndex): { readonly id: number; readonly [more: string]: unknown } {
  return {
    id: project.id,
    name: project.name,
    description: "",
    readme: "",
    size: String(project.images.reduce((sum, image) => sum + image.size, 0)),
    teamId: defaults.teamId,
    workspaceId: project.workspaceId,
    imagesCount: project.images.length,
    itemsCount: project.images.length,
    datasetsCount: project.datasets.length,
    createdAt: project.createdAt,
    updatedAt: project.createdAt,
    type: "images",
    referenceImageUrl: null,
    customData: project.customData,
  };
}

function datasetRow(project: ProjectIndex, dataset: ProjectIndex["datasets"][number]) {
  const count = project.images.filter((image) => image.datasetId === dataset.id).length;
  return {
    id: dataset.id,
    name: dataset.name,
    description: "",
    projectId: project.id,
    parentId: dataset.parentId,
    imagesCount: count,
    itemsCount: count,
    createdAt: project.createdAt,
    updatedAt: project.createdAt,
  };
}

/** Projects, their datasets and collections. */
export const projectEndpoints: Endpoints = {
  "projects.list": endpoint(v.looseObject(pagingEntries), (body, { projects }) =>
    page(projects.list().map(projectRow), body),
  ),
  "projects.info": endpoint(idBody, ({ id }, { projects }) => projectRow(projects.get(id))),
  "projects.meta": endpoint(idBody, ({ id }, { projects }) => ({
    projectType: "images",
    ...projects.meta(id),
  })),
  "datasets.list": endpoint(
    v.looseObject({ ...pagingEntries, projectId: v.number(), recursive: v.optional(v.boolean()) }),
    (body, { projects }) => {
      const project = projects.get(body.projectId);
      const rows = project.datasets.filter((dataset) => body.recursive === true || dataset.parentId === null);
      return page(
        rows.map((dataset) => datasetRow(project, dataset)),
        body,
      );
    },
  ),
  "datasets.info": endpoint(idBody, ({ id }, { projects }) => {
    const project = projects.ofDataset(id);
    return project.datasets
      .filter((dataset) => dataset.id === id)
      .map((dataset) => datasetRow(project, dataset))[0];
  }),
  "entities-collections.list": endpoint(
    v.looseObject({ ...pagingEntries, projectId: v.number() }),
    (body, { projects }) => {
      const { id, createdAt, collections } = projects.get(body.projectId);
      const rows = collections.map((collection) => ({
        id: collection.id,
        name: collection.name,
        teamId: defaults.teamId,
        projectId: id,
        createdAt,
        updatedAt: createdAt,
        description: "",
        options: {},
        type: "default",
        itemsCount: collection.images.length,
      }));
      return page(rows, body);
    },
  ),
};
