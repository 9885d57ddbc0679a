import type { ProjectIndex, StoredImage } from "../store/project-index.ts";

/** An image as the platform tells of it. */
export interface ImageRow {
  readonly id: number;
  readonly datasetId: number;
  readonly [more: string]: unknown;
}

/** Rows of images of one project; a tag's id is its class's in the project's meta. */
export function imageRow(
  image: StoredImage,
  project: ProjectIndex,
  tagIds: ReadonlyMap<string, unknown>,
  origin: string,
): ImageRow {
  const url = `/public/api/v3/images.download?id=${image.id}`;
  return {
    id: image.id,
    name: image.name,
    projectId: project.id,
    datasetId: image.datasetId,
    width: image.width,
    height: image.height,
    size: image.size,
    mime: image.mime,
    ext: image.mime.slice("image/".length),
    hash: null,
    link: null,
    labelsCount: Object.values(image.objects).reduce((sum, count) => sum + count, 0),
    tags: image.tags.map(({ name, value }, at) => ({
      id: image.id * 1000 + at,
      tagId: tagIds.get(name) ?? null,
      name,
      value,
      imageId: image.id,
    })),
    meta: {},
    description: "",
    pathOriginal: url,
    fullStorageUrl: `${origin}${url}`,
    createdAt: project.createdAt,
    updatedAt: project.updatedAt ?? project.createdAt,
    createdBy: null,
  };
}
