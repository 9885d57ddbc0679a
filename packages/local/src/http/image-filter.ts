import * as v from "valibot";
import { ApiError } from "../store/api-error.ts";
import type { StoredImage } from "../store/project-index.ts";
import type { ProjectStore } from "../store/project-store.ts";

const include = v.optional(v.boolean(), true);
/** What images may be asked for by. Source: platform fact, `filters` of `images.list`. */
export const imageFilterSchema: v.GenericSchema<unknown, ImageFilter> = v.variant("type", [
  v.looseObject({
    type: v.literal("entities_collection"),
    data: v.looseObject({ collectionId: v.number(), include }),
  }),
  v.looseObject({ type: v.literal("images_tag"), data: v.looseObject({ tagId: v.number(), include }) }),
  v.looseObject({ type: v.literal("images_filename"), data: v.looseObject({ value: v.string() }) }),
  v.looseObject({
    type: v.literal("objects_class"),
    data: v.looseObject({ classId: v.nullish(v.number()), from: v.number(), to: v.number(), include }),
  }),
]);
/** One of the filters. */
export type ImageFilter =
  | { type: "entities_collection"; data: { collectionId: number; include: boolean } }
  | { type: "images_tag"; data: { tagId: number; include: boolean } }
  | { type: "images_filename"; data: { value: string } }
  | {
      type: "objects_class";
      data: { classId?: number | null | undefined; from: number; to: number; include: boolean };
    };

/** Whether an image of the project passes the filter. @throws ApiError 400 for what the project does not have. */
export function imageTest(
  filter: ImageFilter,
  projectId: number,
  projects: ProjectStore,
): (image: StoredImage) => boolean {
  if (filter.type === "images_filename") return ({ name }) => name.includes(filter.data.value);
  const { include } = filter.data;
  const test = positiveTest(filter, projectId, projects);
  return (image) => test(image) === include;
}

function positiveTest(
  filter: Exclude<ImageFilter, { type: "images_filename" }>,
  projectId: number,
  projects: ProjectStore,
): (image: StoredImage) => boolean {
  switch (filter.type) {
    case "entities_collection": {
      const { collections } = projects.get(projectId);
      const { images } = found(collections, filter.data.collectionId, "collection");
      const members = new Set(images);
      return ({ id }) => members.has(id);
    }
    case "images_tag": {
      const { name } = found(projects.meta(projectId).tags, filter.data.tagId, "tag");
      return ({ tags }) => tags.some((tag) => tag.name === name);
    }
    case "objects_class": {
      const { classId, from, to } = filter.data;
      const title =
        typeof classId === "number"
          ? found(projects.meta(projectId).classes, classId, "class").title
          : undefined;
      return ({ objects }) => {
        const counts = title === undefined ? Object.values(objects) : [objects[title] ?? 0];
        const count = counts.reduce((sum, one) => sum + one, 0);
        return count >= from && count <= to;
      };
    }
  }
}

function found<T extends { readonly [more: string]: unknown } | { readonly id: number }>(
  rows: readonly T[],
  id: number,
  noun: string,
): T {
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) throw new ApiError(400, `filters: the project has no ${noun} ${id}`);
  return row;
}
