import { checkedName, imagesOf } from "./images-of.ts";
import type { StoredCollection } from "./project-index.ts";
import type { ProjectStore } from "./project-store.ts";

/**
 * Puts images of a project into a collection, which is made where the project has none of this name.
 *
 * @throws ApiError 400 for foreign images.
 */
export function collectImages(
  projects: ProjectStore,
  projectId: number,
  name: string,
  ids: readonly number[],
): StoredCollection {
  const project = projects.get(projectId);
  const chosen = imagesOf(project, ids);
  const kept = project.collections.find((collection) => collection.name === name);
  if (kept === undefined)
    return projects.addCollection(projectId, checkedName("collection", name), [...chosen]);
  return projects.updateCollection(kept.id, { images: [...new Set([...kept.images, ...chosen])] });
}
