import * as v from "valibot";
import type { Ask } from "./open-instance.ts";
import type { ListedImage } from "./select-images.ts";

const { array, looseObject, nullable, number, string } = v;
const pageOf = <T>(row: v.GenericSchema<unknown, T>) =>
  looseObject({ pagesCount: number(), entities: array(row) });
const projectRow = looseObject({ id: number(), name: string(), workspaceId: number() });
const datasetRow = looseObject({ id: number(), name: string(), parentId: nullable(number()) });
const imageRow = looseObject({
  id: number(),
  name: string(),
  datasetId: number(),
  tags: array(looseObject({ tagId: number() })),
});
const metaSchema = looseObject({ tags: array(looseObject({ id: number(), name: string() })) });

/** A project by its id or name. @throws Error with what there is. */
export async function findProject(ask: Ask, text: string): Promise<{ id: number; name: string }> {
  const projects = await everyRow(ask, "projects.list", projectRow, {});
  const byId = projects.find(({ id }) => String(id) === text);
  const named = projects.filter(({ name }) => name === text);
  const [found = byId] = named;
  if (found !== undefined && named.length < 2) return found;
  const shown = (named.length > 1 ? named : projects).map(({ id, name }) => `${id} "${name}"`).join(", ");
  throw new Error(
    named.length > 1
      ? `Several projects are named "${text}": ${shown}. Give the id.`
      : `There is no project ${text}. There are: ${shown || "none; trainyard-local import takes one in"}.`,
  );
}

/** Images of a project, with the names of their datasets and tags. */
export async function listImages(ask: Ask, projectId: number): Promise<readonly ListedImage[]> {
  const [datasets, meta, images] = await Promise.all([
    everyRow(ask, "datasets.list", datasetRow, { projectId, recursive: true }),
    ask("/public/api/v3/projects.meta", metaSchema, { id: projectId }),
    everyRow(ask, "images.list", imageRow, { projectId }),
  ]);
  const tags = new Map(meta.tags.map(({ id, name }) => [id, name]));
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const pathOf = (id: number | null): string => {
    const dataset = id === null ? undefined : byId.get(id);
    if (dataset === undefined) return "";
    const around = pathOf(dataset.parentId);
    return around === "" ? dataset.name : `${around}/${dataset.name}`;
  };
  const paths = new Map(datasets.map(({ id }) => [id, pathOf(id)]));
  return images.map((image) => ({
    id: image.id,
    name: image.name,
    dataset: paths.get(image.datasetId) ?? "",
    tags: image.tags.map(({ tagId }) => tags.get(tagId) ?? ""),
  }));
}

/** All pages of a list. */
export async function everyRow<T>(
  ask: Ask,
  endpoint: string,
  row: v.GenericSchema<unknown, T>,
  body: object,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let page = 1; ; page++) {
    const asked = { ...body, page, per_page: 1000 };
    const { entities, pagesCount } = await ask(`/public/api/v3/${endpoint}`, pageOf(row), asked);
    rows.push(...entities);
    if (page >= pagesCount) return rows;
  }
}
