import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import type { ProjectIndex, StoredCollection } from "../../store/project-index.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

function collectionRow(collection: StoredCollection, project: ProjectIndex, { teams }: Context) {
  return {
    id: collection.id,
    name: collection.name,
    teamId: teams.workspace(project.workspaceId).teamId,
    projectId: project.id,
    createdAt: project.createdAt,
    updatedAt: project.updatedAt ?? project.createdAt,
    description: collection.description,
    options: {},
    type: "default",
    itemsCount: collection.images.length,
  };
}

const name = v.pipe(v.string(), v.nonEmpty());
const itemsBody = v.looseObject({
  collectionId: v.number(),
  entityIds: v.optional(v.array(v.number()), []),
  entityItems: v.optional(v.array(v.looseObject({ entityId: v.number() })), []),
});

/** Collections: named sets of a project's images. */
export const collectionEndpoints: Endpoints = {
  "entities-collections.list": endpoint(
    v.looseObject({ ...pagingEntries, projectId: v.number(), type: v.optional(v.string(), "default") }),
    (body, context) => {
      const project = context.projects.get(body.projectId);
      const kept = body.type === "default" || body.type === "all" ? project.collections : [];
      return page(
        kept.map((collection) => collectionRow(collection, project, context)),
        body,
      );
    },
  ),
  "entities-collections.info": endpoint(idBody, ({ id }, context) => {
    const { collection, project } = context.projects.collection(id);
    return collectionRow(collection, project, context);
  }),
  "entities-collections.add": endpoint(
    v.looseObject({ projectId: v.number(), name, description: v.optional(v.string(), "") }),
    ({ projectId, name, description }, context) => {
      const project = context.projects.get(projectId);
      if (project.collections.some((other) => other.name === name))
        throw new ApiError(400, `The project has a collection ${JSON.stringify(name)} already.`);
      const collection = context.projects.addCollection(projectId, name, [], description);
      return collectionRow(collection, project, context);
    },
  ),
  "entities-collections.editInfo": endpoint(
    v.looseObject({ id: v.number(), name: v.optional(name), description: v.optional(v.string()) }),
    ({ id, name, description }, context) => {
      const collection = context.projects.updateCollection(id, {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
      });
      return collectionRow(collection, context.projects.collection(id).project, context);
    },
  ),
  "entities-collections.remove": endpoint(idBody, ({ id }, { projects }) => {
    projects.removeCollection(id);
    return { success: true };
  }),
  "entities-collections.items.bulk.add": endpoint(itemsBody, (body, { projects }) => {
    const { collection, project } = projects.collection(body.collectionId);
    const { known, missing } = sortOut(idsOf(body), new Set(project.images.map(({ id }) => id)));
    projects.updateCollection(collection.id, { images: [...new Set([...collection.images, ...known])] });
    return { items: known.map((entityId) => ({ id: entityId, entityId })), missing };
  }),
  "entities-collections.items.bulk.remove": endpoint(itemsBody, (body, { projects }) => {
    const { collection } = projects.collection(body.collectionId);
    const { known, missing } = sortOut(idsOf(body), new Set(collection.images));
    const gone = new Set(known);
    projects.updateCollection(collection.id, { images: collection.images.filter((id) => !gone.has(id)) });
    return { items: known.map((entityId) => ({ id: entityId, entityId })), missing };
  }),
};

function idsOf({ entityIds, entityItems }: v.InferOutput<typeof itemsBody>): readonly number[] {
  return [...entityIds, ...entityItems.map(({ entityId }) => entityId)];
}

function sortOut(ids: readonly number[], present: ReadonlySet<number>) {
  return {
    known: ids.filter((id) => present.has(id)),
    missing: ids.filter((id) => !present.has(id)),
  };
}
