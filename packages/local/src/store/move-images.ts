import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { ApiError } from "./api-error.ts";
import { checkedName, imagesOf } from "./images-of.ts";
import type { InstanceFile } from "./instance-file.ts";
import type { StoredDataset, StoredImage } from "./project-index.ts";
import type { ProjectStore } from "./project-store.ts";

/**
 * Moves images into a dataset at the project's top, which is made where there is none of this name. The files stand in
 * both places until the index is written, so a crash loses none.
 *
 * @throws ApiError 400 for foreign images, for two images of one name, and for a name that is no folder's.
 */
export function moveImages(
  { projects, instance, now }: { projects: ProjectStore; instance: InstanceFile; now: () => string },
  projectId: number,
  name: string,
  ids: readonly number[],
): { readonly id: number } {
  const project = projects.get(projectId);
  const chosen = imagesOf(project, ids);
  const kept = project.datasets.find((dataset) => dataset.name === name && dataset.parentId === null);
  const twin = project.datasets.find((other) => other.path.toLowerCase() === name.toLowerCase());
  if (kept === undefined && twin !== undefined)
    throw new ApiError(
      400,
      `The project has a dataset ${JSON.stringify(twin.name)}; disks may not tell them apart.`,
    );
  const dataset: StoredDataset = kept ?? {
    id: instance.takeIds("dataset"),
    name: folderName(name, projects.folder(projectId)),
    parentId: null,
    path: name,
  };
  const moving = project.images.filter(({ id, datasetId }) => chosen.has(id) && datasetId !== dataset.id);
  refuseTwins([...project.images.filter(({ datasetId }) => datasetId === dataset.id), ...moving], name);
  const folder = join(projects.folder(projectId), dataset.path);
  const old = moving.map(({ id }) => projects.image(id));
  for (const part of ["img", "ann"]) mkdirSync(join(folder, part), { recursive: true });
  for (const { image, file, annotationFile } of old) {
    inBothPlaces(file, join(folder, "img", image.name));
    if (existsSync(annotationFile)) inBothPlaces(annotationFile, join(folder, "ann", `${image.name}.json`));
  }
  const moved = new Set(moving.map(({ id }) => id));
  projects.save({
    ...project,
    updatedAt: now(),
    datasets: kept === undefined ? [...project.datasets, dataset] : project.datasets,
    images: project.images.map((image) =>
      moved.has(image.id) ? { ...image, datasetId: dataset.id } : image,
    ),
  });
  for (const { file, annotationFile } of old)
    for (const path of [file, annotationFile]) rmSync(path, { force: true });
  return { id: dataset.id };
}

function folderName(name: string, project: string): string {
  checkedName("dataset", name);
  if (/^\.|[\\/]/.test(name) || ["meta.json", "index.json"].includes(name))
    throw new ApiError(400, `${JSON.stringify(name)} is no name of a dataset: it is a folder's name.`);
  // What a move that was interrupted left there belongs to no dataset.
  rmSync(join(project, name), { recursive: true, force: true });
  return name;
}

function refuseTwins(images: readonly StoredImage[], dataset: string): void {
  const seen = new Set<string>();
  for (const { name } of images) {
    if (seen.has(name))
      throw new ApiError(400, `Two images ${JSON.stringify(name)} cannot both be in the dataset ${dataset}.`);
    seen.add(name);
  }
}

function inBothPlaces(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
