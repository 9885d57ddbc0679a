import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Instance } from "@trainyard/core";
import { annotationsBulkInfo, datasetsList, imagesDownload, imagesList } from "@trainyard/core/endpoints";
import type { TrainImage } from "./train-context.ts";

/** An image and the dataset it is of. */
export interface DatasetImage extends TrainImage {
  readonly datasetId: number;
}

const atOnce = 8;

/** Downloads a project's images and annotations into a folder. */
export async function downloadImages(
  instance: Instance,
  projectId: number,
  folder: string,
  options: { signal: AbortSignal; onProgress: (done: number, total: number) => Promise<void> },
): Promise<readonly DatasetImage[]> {
  const { signal } = options;
  await mkdir(folder, { recursive: true });
  const images: Omit<DatasetImage, "file">[] = [];
  for (const dataset of await datasetsList(instance, projectId)) {
    const rows = await imagesList(instance, dataset.id, { signal });
    for (let start = 0; start < rows.length; start += 100) {
      const part = rows.slice(start, start + 100);
      const ids = part.map((row) => row.id);
      const annotations = await annotationsBulkInfo(instance, dataset.id, ids, { signal });
      const byImage = new Map(annotations.map((row) => [row.imageId, row.annotation]));
      for (const row of part)
        images.push({
          ...row,
          datasetId: dataset.id,
          annotation: byImage.get(row.id) ?? { tags: [], objects: [] },
        });
    }
  }
  const files: DatasetImage[] = [];
  for (let start = 0; start < images.length; start += atOnce) {
    signal.throwIfAborted();
    const part = images.slice(start, start + atOnce).map(async (image): Promise<DatasetImage> => {
      const file = join(folder, String(image.id));
      await writeFile(file, await imagesDownload(instance, image.id, { signal }));
      return { ...image, file };
    });
    files.push(...(await Promise.all(part)));
    await options.onProgress(files.length, images.length);
  }
  return files;
}
