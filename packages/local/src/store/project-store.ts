import { existsSync, readdirSync, rmSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { AnnotationFile } from "../project-format/annotation.ts";
import { annotationFileSchema, noAnnotation } from "../project-format/annotation.ts";
import type { ProjectMetaFile } from "../project-format/project-meta.ts";
import { projectMetaSchema } from "../project-format/project-meta.ts";
import type { FolderProject } from "../project-format/read-project.ts";
import { writeProject } from "../project-format/write-project.ts";
import { ApiError } from "./api-error.ts";
import { diskFailure } from "./disk-failure.ts";
import type { InstanceFile } from "./instance-file.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";
import type { ProjectIndex, StoredCollection, StoredDataset, StoredImage } from "./project-index.ts";
import { indexProject, projectIndexSchema } from "./project-index.ts";

/** An image, and where it belongs. */
export interface PlacedImage {
  readonly image: StoredImage;
  readonly project: ProjectIndex;
  readonly file: string;
  readonly annotationFile: string;
}

/** Projects on disk: one folder each, in Supervisely's format, with an index of ids. */
export class ProjectStore {
  readonly #root: string;
  readonly #instance: InstanceFile;
  readonly #indexes = new Map<number, ProjectIndex>();
  readonly #images = new Map<number, { projectId: number; image: StoredImage }>();

  constructor(dir: string, instance: InstanceFile) {
    this.#root = join(dir, "projects");
    this.#instance = instance;
    for (const name of existsSync(this.#root) ? readdirSync(this.#root) : []) {
      const folder = join(this.#root, name);
      if (name.startsWith(".")) {
        // What a crashed import left is no project.
        rmSync(folder, { recursive: true, force: true });
        continue;
      }
      const index = readJsonFile(join(folder, "index.json"), projectIndexSchema);
      if (index !== undefined) this.#remember(index);
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
    return withIds(meta);
  }

  folder(id: number): string {
    return join(this.#root, String(id));
  }

  /** A dataset and its project. @throws ApiError 404 */
  dataset(id: number): { dataset: StoredDataset; project: ProjectIndex } {
    for (const project of this.#indexes.values()) {
      const dataset = project.datasets.find((candidate) => candidate.id === id);
      if (dataset !== undefined) return { dataset, project };
    }
    throw new ApiError(404, `There is no dataset ${id}.`);
  }

  /** An image and where its files are. @throws ApiError 404 */
  image(id: number): PlacedImage {
    const found = this.#images.get(id);
    const project = this.#indexes.get(found?.projectId ?? -1);
    const dataset = project?.datasets.find((candidate) => candidate.id === found?.image.datasetId);
    if (found === undefined || project === undefined || dataset === undefined)
      throw new ApiError(404, `There is no image ${id}.`);
    const { image } = found;
    const folder = join(this.folder(project.id), dataset.path);
    return {
      image,
      project,
      file: join(folder, "img", image.name),
      annotationFile: join(folder, "ann", `${image.name}.json`),
    };
  }

  annotation(imageId: number): AnnotationFile {
    return readJsonFile(this.image(imageId).annotationFile, annotationFileSchema) ?? noAnnotation;
  }

  /** Takes a project in. It appears whole or not at all. */
  async add(
    source: FolderProject,
    name: string,
    workspaceId: number,
    createdAt: string,
    signal?: AbortSignal,
  ): Promise<ProjectIndex> {
    const images = source.datasets.reduce((sum, dataset) => sum + dataset.images.length, 0);
    const id = this.#instance.takeIds("project");
    const project = { id, name, workspaceId, createdAt };
    const index = indexProject(source, project, {
      dataset: this.#instance.takeIds("dataset", source.datasets.length),
      image: this.#instance.takeIds("image", images),
    });
    const building = join(this.#root, `.new-${id}`);
    try {
      await mkdir(building, { recursive: true });
      await writeProject(source, building, signal);
      writeJsonFile(join(building, "index.json"), index);
      await rename(building, this.folder(id));
    } catch (error) {
      await rm(building, { recursive: true, force: true });
      throw diskFailure(error) ?? error;
    }
    this.#remember(index);
    return index;
  }

  /** Takes in a project as another instance tells of it: ids given, images without files. */
  put(index: ProjectIndex, meta: ProjectMetaFile): void {
    this.#instance.reserve("project", index.id);
    for (const dataset of index.datasets) this.#instance.reserve("dataset", dataset.id);
    for (const image of index.images) this.#instance.reserve("image", image.id);
    for (const collection of index.collections) this.#instance.reserve("collection", collection.id);
    writeJsonFile(join(this.folder(index.id), "meta.json"), meta);
    this.save(index);
  }

  /** Writes a project as a folder that can be imported again, whole or not at all. */
  async export(id: number, folder: string): Promise<void> {
    const from = this.folder(this.get(id).id);
    const present = await readdir(folder).catch(() => undefined);
    if (present !== undefined && present.length > 0)
      throw new Error(`${folder} is not empty. Name a folder that is empty or does not exist.`);
    const building = `${folder}.part-${id}`;
    try {
      await cp(from, building, { recursive: true, filter: (path) => path !== join(from, "index.json") });
      if (present !== undefined) await rm(folder, { recursive: true });
      await rename(building, folder);
    } catch (error) {
      await rm(building, { recursive: true, force: true });
      throw error;
    }
  }

  /** Replaces a project's custom data. */
  setCustomData(id: number, customData: Readonly<Record<string, unknown>>): ProjectIndex {
    return this.save({ ...this.get(id), customData });
  }

  /** A collection and its project. @throws ApiError 404 */
  collection(id: number): { collection: StoredCollection; project: ProjectIndex } {
    for (const project of this.#indexes.values()) {
      const collection = project.collections.find((candidate) => candidate.id === id);
      if (collection !== undefined) return { collection, project };
    }
    throw new ApiError(404, `There is no collection ${id}.`);
  }

  /** Names a set of images of the project. */
  addCollection(id: number, name: string, images: readonly number[], description = ""): StoredCollection {
    const project = this.get(id);
    const collection = { id: this.#instance.takeIds("collection"), name, description, images: [...images] };
    this.save({ ...project, collections: [...project.collections, collection] });
    return collection;
  }

  /** Changes a collection's name, description or images. */
  updateCollection(id: number, change: Partial<Omit<StoredCollection, "id">>): StoredCollection {
    const { project, collection } = this.collection(id);
    const changed = { ...collection, ...change };
    const collections = project.collections.map((other) => (other.id === id ? changed : other));
    this.save({ ...project, collections });
    return changed;
  }

  removeCollection(id: number): void {
    const { project } = this.collection(id);
    this.save({ ...project, collections: project.collections.filter((other) => other.id !== id) });
  }

  /** Replaces what is kept of a project. */
  save(index: ProjectIndex): ProjectIndex {
    writeJsonFile(join(this.folder(index.id), "index.json"), index);
    this.#remember(index);
    return index;
  }

  #remember(index: ProjectIndex): void {
    this.#indexes.set(index.id, index);
    for (const image of index.images) this.#images.set(image.id, { projectId: index.id, image });
  }
}

/** Classes and tags of a folder may lack ids, and it keeps them so; on an instance each has one. */
function withIds(meta: ProjectMetaFile): ProjectMetaFile {
  const number = <T extends object>(rows: readonly T[]) => rows.map((row, at) => ({ id: at + 1, ...row }));
  return { ...meta, classes: number(meta.classes), tags: number(meta.tags) };
}
