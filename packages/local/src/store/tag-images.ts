import { join } from "node:path";
import { ApiError } from "./api-error.ts";
import { checkedName, imagesOf } from "./images-of.ts";
import { writeJsonFile } from "./json-file.ts";
import type { ProjectStore } from "./project-store.ts";

/**
 * Gives images a tag without a value. The tag is made where the project has none of this name; an image that has it
 * keeps it as it is. A crash midway leaves the earlier images tagged: doing it again completes it.
 *
 * @throws ApiError 400 for foreign images, and for a tag that needs a value.
 */
export function tagImages(
  projects: ProjectStore,
  projectId: number,
  name: string,
  ids: readonly number[],
  at: string,
): void {
  const project = projects.get(projectId);
  const chosen = imagesOf(project, ids);
  const meta = projects.meta(projectId);
  const known = meta.tags.find((tag) => tag.name === checkedName("tag", name));
  if (known === undefined) {
    const id = Math.max(0, ...meta.tags.map((tag) => Number(tag.id))) + 1;
    const tags = [...meta.tags, { id, name, value_type: "none", color: "#1E88E5" }];
    writeJsonFile(join(projects.folder(projectId), "meta.json"), { ...meta, tags });
  } else if ((known.value_type ?? "none") !== "none") {
    throw new ApiError(400, `The tag ${JSON.stringify(name)} needs a value. Choose another name.`);
  }
  const isNew = ({ id, tags }: (typeof project.images)[number]) =>
    chosen.has(id) && tags.every((tag) => tag.name !== name);
  for (const image of project.images.filter(isNew)) {
    const annotation = projects.annotation(image.id);
    const tags = [...annotation.tags.filter((tag) => tag.name !== name), { name, value: null }];
    writeJsonFile(projects.image(image.id).annotationFile, { ...annotation, tags });
  }
  projects.save({
    ...project,
    updatedAt: at,
    images: project.images.map((image) =>
      isNew(image) ? { ...image, tags: [...image.tags, { name, value: null }] } : image,
    ),
  });
}
