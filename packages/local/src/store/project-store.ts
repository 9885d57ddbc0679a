import { existsSync, readdirSync } from "node:fs";
import { copyFile, cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { AnnotationFile } from "../project-format/annotation.ts";
import { annotationFileSchema } from "../project-format/annotation.ts";
import type { ProjectMetaFile } from "../project-format/project-meta.ts";
import { projectMetaSchema } from "../project-format/project-meta.ts";
import type { FolderProject } from "../project-format/read-project.ts";
import { ApiError } from "./api-error.ts";
import type { InstanceFile } from "./instance-file.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** An image as the store keeps it. */
export interface StoredImage {
  readonly id: number;
  readonly name: string;
  readonly datasetId: number;
  readonly width: number;
  readonly height: number;
  /** Bytes. */
  readonly size: number;
  readonly tags: readonly string[];
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
  readonly images: readonly number[];
}
/** A project as the store keeps it beside its files. */
export interface ProjectIndex {
  readonly id: number;
  readonly name: string;
  readonly workspaceId: number;
  readonly createdAt: string;
  readonly datasets: readonly StoredDataset[];
  readonly images: readonly StoredImage[];
  readonly collections: readonly StoredCollection[];
  readonly customData: Readonly<Record<string, unknown>>;
}

const { array, number, object, string } = v;
const indexSchema: v.GenericSchema<unknown, ProjectIndex> = object({
  id: number(),
  name: string(),
  workspaceId: number(),
  createdAt: string(),
  datasets: array(object({ id: number(), name: string(), parentId: v.nullable(number()), path: string() })),
  images: array(
    object({
      id: number(),
      name: string(),
      datasetId: number(),
      width: number(),
      height: number(),
      size: number(),
      tags: array(string()),
    }),
  ),
  collections: array(object({ id: number(), name: string(), images: array(number()) })),
  customData: v.record(string(), v.unknown()),
});

/** Projects on disk: one folder each, in Supervisely's format, with an index of ids. */
export class ProjectStore {
  readonly #root: string;
  readonly #instance: InstanceFile;
  readonly #indexes = new Map<number, ProjectIndex>();

  constructor(dir: string, instance: InstanceFile) {
    this.#root = join(dir, "projects");
    this.#instance = instance;
    const names = existsSync(this.#root) ? readdirSync(this.#root) : [];
    for (const name of names) {
      // A ".new-" folder is what a crash left of an import.
      if (name.startsWith(".")) continue;
      const index = readJsonFile(join(this.#root, name, "index.json"), indexSchema);
      if (index !== undefined) this.#indexes.set(index.id, index);
    }
  }

  list(): readonly ProjectIndex[] {
    return [...this.#indexes.values()].sort((a, b) => a.id - b.id);
  }

  /** @throws ApiError 404 */
  get(id: number): ProjectIndex {
    const index = this.#indexes.get(id);
    if (index === undefined) throw new ApiError(404, `There is no project ${id}.`);
    return index;
  }

  meta(id: number): ProjectMetaFile {
    const meta = readJsonFile(join(this.folder(this.get(id).id), "meta.json"), projectMetaSchema);
    if (meta === undefined) throw new ApiError(500, `The meta of project ${id} is missing on disk.`);
    return meta;
  }

  folder(id: number): string {
    return join(this.#root, String(id));
  }

  /** The project a dataset is of. @throws ApiError 404 */
  ofDataset(datasetId: number): ProjectIndex {
    const project = this.list().find(({ datasets }) => datasets.some((dataset) => dataset.id === datasetId));
    if (project === undefined) throw new ApiError(404, `There is no dataset ${datasetId}.`);
    return project;
  }

  /** An image and where its files are. @throws ApiError 404 */
  image(id: number): { image: StoredImage; file: string; annotationFile: string } {
    for (const project of this.#indexes.values()) {
      const image = project.images.find((candidate) => candidate.id === id);
      const dataset = project.datasets.find((candidate) => candidate.id === image?.datasetId);
      if (image === undefined || dataset === undefined) continue;
      const folder = join(this.folder(project.id), dataset.path);
      return {
        image,
        file: join(folder, "img", image.name),
        annotationFile: join(folder, "ann", `${image.name}.json`),
      };
    }
    throw new ApiError(404, `There is no image ${id}.`);
  }

  annotation(imageId: number): AnnotationFile {
    const annotation = readJsonFile(this.image(imageId).annotationFile, annotationFileSchema);
    return annotation ?? { tags: [], objects: [] };
  }

  /** Takes a project in. It appears whole or not at all. */
  async add(
    source: FolderProject,
    name: string,
    workspaceId: number,
    createdAt: string,
    signal?: AbortSignal,
  ): Promise<ProjectIndex> {
    const id = this.#instance.takeIds("project");
    const index = this.#indexOf(source, id, name, workspaceId, createdAt);
    const building = join(this.#root, `.new-${id}`);
    try {
      for (const dataset of source.datasets) {
        const folder = join(building, dataset.path);
        await mkdir(join(folder, "img"), { recursive: true });
        await mkdir(join(folder, "ann"), { recursive: true });
        for (const image of dataset.images) {
          signal?.throwIfAborted();
          await copyFile(image.file, join(folder, "img", image.name));
          await writeFile(join(folder, "ann", `${image.name}.json`), JSON.stringify(image.annotation));
        }
      }
      writeJsonFile(join(building, "meta.json"), source.meta);
      writeJsonFile(join(building, "index.json"), index);
      await rename(building, this.folder(id));
    } catch (error) {
      await rm(building, { recursive: true, force: true });
      throw error;
    }
    this.#indexes.set(id, index);
    return index;
  }

  /** Writes a project as a folder that can be imported again. */
  async export(id: number, folder: string): Promise<void> {
    const from = this.folder(this.get(id).id);
    await cp(from, folder, { recursive: true, filter: (path) => path !== join(from, "index.json") });
  }

  /** Names a set of images of the project. */
  addCollection(id: number, name: string, images: readonly number[]): StoredCollection {
    const project = this.get(id);
    const collection = { id: this.#instance.takeIds("collection"), name, images: [...images] };
    this.#save({ ...project, collections: [...project.collections, collection] });
    return collection;
  }

  #save(index: ProjectIndex): void {
    writeJsonFile(join(this.folder(index.id), "index.json"), index);
    this.#indexes.set(index.id, index);
  }

  #indexOf(
    source: FolderProject,
    id: number,
    name: string,
    workspaceId: number,
    createdAt: string,
  ): ProjectIndex {
    const firstDataset = this.#instance.takeIds("dataset", source.datasets.length);
    const ids = new Map(source.datasets.map((dataset, at) => [dataset.path, firstDataset + at]));
    const count = source.datasets.reduce((sum, dataset) => sum + dataset.images.length, 0);
    let imageId = this.#instance.takeIds("image", count);
    return {
      id,
      name,
      workspaceId,
      createdAt,
      datasets: source.datasets.map((dataset, at) => ({
        id: firstDataset + at,
        name: dataset.name,
        parentId: dataset.parent === null ? null : (ids.get(dataset.parent) ?? null),
        path: dataset.path,
      })),
      images: source.datasets.flatMap((dataset, at) =>
        dataset.images.map((image) => ({
          id: imageId++,
          name: image.name,
          datasetId: firstDataset + at,
          width: image.width,
          height: image.height,
          size: image.size,
          tags: image.annotation.tags.map((tag) => tag.name),
        })),
      ),
      collections: [],
      customData: {},
    };
  }
}
