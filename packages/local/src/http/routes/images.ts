import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import type { ProjectIndex, StoredImage } from "../../store/project-store.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

function imageRow(image: StoredImage, project: ProjectIndex) {
  return {
    id: image.id,
    name: image.name,
    datasetId: image.datasetId,
    width: image.width,
    height: image.height,
    size: image.size,
    tags: image.tags.map((name) => ({ name })),
    link: null,
    mime: null,
    meta: {},
    createdAt: project.createdAt,
    updatedAt: project.createdAt,
  };
}

const collectionFilter = v.object({
  type: v.literal("entities_collection"),
  data: v.looseObject({ collectionId: v.number() }),
});

/** Images, their bytes and their annotations. */
export const imageEndpoints: Endpoints = {
  "images.list": endpoint(
    v.looseObject({
      ...pagingEntries,
      datasetId: v.nullish(v.number()),
      projectId: v.nullish(v.number()),
      filters: v.optional(v.array(collectionFilter), []),
    }),
    (body, { projects }) => {
      const { datasetId, projectId } = body;
      const project =
        typeof datasetId === "number" ? projects.ofDataset(datasetId) : projects.get(projectId ?? 0);
      const wanted = body.filters.map(({ data }) =>
        project.collections.find(({ id }) => id === data.collectionId),
      );
      const rows = project.images
        .filter((image) => typeof datasetId !== "number" || image.datasetId === datasetId)
        .filter((image) => wanted.every((collection) => collection?.images.includes(image.id) === true));
      return page(
        rows.map((image) => imageRow(image, project)),
        body,
      );
    },
  ),
  "images.download": endpoint(idBody, async ({ id }, { projects }) => {
    const { file } = projects.image(id);
    const bytes = await readFile(file).catch(() => {
      throw new ApiError(404, `The file of image ${id} is missing on disk.`);
    });
    return new Response(bytes, { headers: { "content-type": "application/octet-stream" } });
  }),
  "annotations.bulk.info": endpoint(
    v.looseObject({ datasetId: v.number(), imageIds: v.pipe(v.array(v.number()), v.maxLength(1000)) }),
    ({ imageIds }, context) => imageIds.map((id) => annotationRow(id, context)),
  ),
  "annotations.info": endpoint(v.looseObject({ imageId: v.number() }), ({ imageId }, context) =>
    annotationRow(imageId, context),
  ),
};

function annotationRow(imageId: number, { projects }: Context) {
  const { image } = projects.image(imageId);
  const annotation = projects.annotation(imageId);
  return {
    imageId,
    imageName: image.name,
    annotation: { size: { width: image.width, height: image.height }, ...annotation },
  };
}
