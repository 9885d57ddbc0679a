import * as v from "valibot";
import type { FolderProject } from "../project-format/read-project.ts";

/** An image as the store keeps it. */
export interface StoredImage {
  readonly id: number;
  readonly name: string;
  readonly datasetId: number;
  readonly width: number;
  readonly height: number;
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
  readonly tags: readonly StoredTag[];
  /** How many objects of each class its annotation has. */
  readonly objects: Readonly<Record<string, number>>;
}
/** A tag of an image. */
export interface StoredTag {
  readonly name: string;
  /** Null for a tag without a value. */
  readonly value: string | number | null;
}
/** A dataset as the store keeps it. */
export interface StoredDataset {
  readonly id: number;
  readonly name: string;
  readonly parentId: number | null;
  /** Folder of the dataset, relative to the project's. */
  readonly path: string;
}
/** A collection as the store keeps it: ids of images. */
export interface StoredCollection {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly images: readonly number[];
}
/** A project as the store keeps it beside its files. */
export interface ProjectIndex {
  readonly id: number;
  readonly name: string;
  readonly workspaceId: number;
  readonly createdAt: string;
  /** When tags or datasets were last made of its images; undefined for as it was taken in. */
  readonly updatedAt?: string | undefined;
  readonly datasets: readonly StoredDataset[];
  readonly images: readonly StoredImage[];
  readonly collections: readonly StoredCollection[];
  readonly customData: Readonly<Record<string, unknown>>;
}

const { array, number, object, optional, record, string } = v;
/** The schema of `index.json`. */
export const projectIndexSchema: v.GenericSchema<unknown, ProjectIndex> = object({
  id: number(),
  name: string(),
  workspaceId: number(),
  createdAt: string(),
  updatedAt: optional(string()),
  datasets: array(object({ id: number(), name: string(), parentId: v.nullable(number()), path: string() })),
  images: array(
    object({
      id: number(),
      name: string(),
      datasetId: number(),
      width: number(),
      height: number(),
      size: number(),
      mime: string(),
      tags: array(object({ name: string(), value: v.nullable(v.union([string(), number()])) })),
      objects: record(string(), number()),
    }),
  ),
  collections: array(
    object({ id: number(), name: string(), description: optional(string(), ""), images: array(number()) }),
  ),
  customData: record(string(), v.unknown()),
});

/** Gives the datasets and images of a folder their ids, in the folder's order, from the first ones on. */
export function indexProject(
  source: FolderProject,
  project: Pick<ProjectIndex, "id" | "name" | "workspaceId" | "createdAt">,
  first: { readonly dataset: number; readonly image: number },
): ProjectIndex {
  const ids = new Map(source.datasets.map(({ path }, at) => [path, first.dataset + at]));
  const parentOf = (parent: string | null) => (parent === null ? null : (ids.get(parent) ?? null));
  let imageId = first.image;
  return {
    ...project,
    datasets: source.datasets.map(({ name, path, parent }, at) => ({
      id: first.dataset + at,
      name,
      parentId: parentOf(parent),
      path,
    })),
    images: source.datasets.flatMap(({ images }, at) =>
      images.map(({ name, width, height, size, mime, annotation }) => ({
        id: imageId++,
        name,
        datasetId: first.dataset + at,
        width,
        height,
        size,
        mime,
        tags: annotation.tags.map((tag) => ({ name: tag.name, value: tagValue(tag.value) })),
        objects: countClasses(annotation.objects),
      })),
    ),
    collections: [],
    customData: {},
  };
}

function tagValue(value: unknown): StoredTag["value"] {
  return typeof value === "string" || typeof value === "number" ? value : null;
}

function countClasses(objects: readonly Readonly<Record<string, unknown>>[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { classTitle } of objects)
    if (typeof classTitle === "string") counts.set(classTitle, (counts.get(classTitle) ?? 0) + 1);
  return Object.fromEntries(counts);
}
