import { ApiError } from "./api-error.ts";
import type { ProjectIndex } from "./project-index.ts";

/** The ids, each once. @throws ApiError 400 for an image that the project has not. */
export function imagesOf(project: ProjectIndex, ids: readonly number[]): ReadonlySet<number> {
  const known = new Set(project.images.map(({ id }) => id));
  const foreign = ids.filter((id) => !known.has(id));
  if (foreign.length > 0)
    throw new ApiError(
      400,
      `Project ${project.id} has no image ${foreign.slice(0, 5).join(", ")}${foreign.length > 5 ? " …" : ""}.`,
    );
  return new Set(ids);
}

/** A name of a tag, dataset or collection. @throws ApiError 400 for one that the platform does not take. */
export function checkedName(kind: string, name: string): string {
  if (name.trim() === "" || name.length > 200 || /\p{Cc}/u.test(name))
    throw new ApiError(400, `${JSON.stringify(name.slice(0, 200))} is no name of a ${kind}.`);
  return name;
}
