import * as v from "valibot";
import { toSubpixel } from "../../project-format/to-subpixel.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint } from "../endpoint.ts";
import { objectId } from "../object-id.ts";
import { page, pagingEntries } from "../page.ts";

const coordinates = { integerCoords: v.optional(v.boolean(), true) };

/** Annotations of images. `integerCoords: false` asks for rectangles by their edges instead of their pixels. */
export const annotationEndpoints: Endpoints = {
  "annotations.info": endpoint(
    v.looseObject({ imageId: v.number(), ...coordinates }),
    ({ imageId, integerCoords }, context) => annotationRow(imageId, integerCoords, context),
  ),
  "annotations.bulk.info": endpoint(
    v.looseObject({
      datasetId: v.number(),
      imageIds: v.pipe(v.array(v.number()), v.maxLength(1000)),
      ...coordinates,
    }),
    ({ imageIds, integerCoords }, context) => imageIds.map((id) => annotationRow(id, integerCoords, context)),
  ),
  "annotations.list": endpoint(
    v.looseObject({ ...pagingEntries, datasetId: v.number(), ...coordinates }),
    (body, context) => {
      const { project } = context.projects.dataset(body.datasetId);
      const images = project.images.filter((image) => image.datasetId === body.datasetId);
      const { entities, ...rest } = page(images, body);
      return {
        ...rest,
        entities: entities.map(({ id }) => annotationRow(id, body.integerCoords, context)),
      };
    },
  ),
};

function annotationRow(imageId: number, integerCoords: boolean, { projects }: Context) {
  const { image, project } = projects.image(imageId);
  const kept = projects.annotation(imageId);
  const annotation = integerCoords ? kept : toSubpixel(kept);
  return {
    imageId,
    imageName: image.name,
    datasetId: image.datasetId,
    annotation: {
      description: "",
      ...annotation,
      // The SDK's versions and caches of a project know objects by their ids.
      objects: annotation.objects.map((object, at) => ({ id: objectId(imageId, at), ...object })),
      size: { width: image.width, height: image.height },
    },
    createdAt: project.createdAt,
    updatedAt: project.updatedAt ?? project.createdAt,
  };
}
