import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import type { ProjectIndex } from "../../store/project-index.ts";
import type { ProjectStore } from "../../store/project-store.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody, numberText } from "../endpoint.ts";
import { fileResponse } from "../file-response.ts";
import { imageFilterSchema, imageTest } from "../image-filter.ts";
import type { ImageRow } from "../image-row.ts";
import { imageRow } from "../image-row.ts";
import { page, pagingEntries } from "../page.ts";

const listBody = v.looseObject({
  ...pagingEntries,
  datasetId: v.nullish(v.number()),
  projectId: v.nullish(v.number()),
  recursive: v.optional(v.boolean(), false),
  filters: v.optional(v.array(imageFilterSchema), []),
});

/** Images and their bytes. */
export const imageEndpoints: Endpoints = {
  "images.list": endpoint(listBody, (body, { projects }, request) => {
    const { project, datasets } = placeOf(body, projects);
    const tests = body.filters.map((filter) => imageTest(filter, project.id, projects));
    const images = project.images
      .filter((image) => datasets === undefined || datasets.has(image.datasetId))
      .filter((image) => tests.every((test) => test(image)));
    return page(rowsOf(images, project, projects, request), body);
  }),
  "images.info": endpoint(idBody, ({ id }, { projects }, request) => {
    const { image, project } = projects.image(id);
    return rowsOf([image], project, projects, request)[0];
  }),
  "images.download": endpoint(v.looseObject({ id: numberText }), ({ id }, { projects }, request) => {
    const { image, file } = projects.image(id);
    return fileResponse(file, request, image.mime);
  }),
  "images.bulk.download": endpoint(
    v.looseObject({ imageIds: v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(1000)) }),
    ({ imageIds }, context) => imagesForm(imageIds, context),
  ),
};

function rowsOf(
  images: ProjectIndex["images"],
  project: ProjectIndex,
  projects: ProjectStore,
  request: Request,
): readonly ImageRow[] {
  const tagIds = new Map(projects.meta(project.id).tags.map(({ name, id }) => [name, id]));
  const { origin } = new URL(request.url);
  return images.map((image) => imageRow(image, project, tagIds, origin));
}

/** The project the images are of, and the datasets asked for; undefined for all. */
function placeOf(
  { datasetId, projectId, recursive }: v.InferOutput<typeof listBody>,
  projects: ProjectStore,
): { project: ProjectIndex; datasets: ReadonlySet<number> | undefined } {
  if (typeof datasetId === "number") {
    const { project } = projects.dataset(datasetId);
    const datasets = new Set([datasetId]);
    // Parents stand before what lies in them.
    for (const { id, parentId } of project.datasets)
      if (recursive && parentId !== null && datasets.has(parentId)) datasets.add(id);
    return { project, datasets };
  }
  if (typeof projectId === "number") return { project: projects.get(projectId), datasets: undefined };
  throw new ApiError(400, "datasetId: name a dataset or a project");
}

/** The images as parts of a form, each named after its id. Source: platform fact, as the SDK reads it. */
function imagesForm(ids: readonly number[], { projects }: Context): Response {
  const files = ids.map((id) => ({ id, ...projects.image(id) }));
  const boundary = `trainyard-${randomUUID()}`;
  async function* parts() {
    for (const { id, image, file } of files) {
      const name = image.name.replaceAll(/["\r\n]/g, "_");
      yield Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${id}"; filename="${name}"\r\nContent-Type: ${image.mime}\r\n\r\n`,
      );
      yield* createReadStream(file);
      yield Buffer.from("\r\n");
    }
    yield Buffer.from(`--${boundary}--\r\n`);
  }
  return new Response(Readable.toWeb(Readable.from(parts())) as ReadableStream<Uint8Array>, {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  });
}
