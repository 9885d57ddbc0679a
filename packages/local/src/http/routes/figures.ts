import * as v from "valibot";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint } from "../endpoint.ts";
import { objectId } from "../object-id.ts";
import { page, pagingEntries } from "../page.ts";
import { selectRows } from "../select-rows.ts";

const listBody = v.looseObject({ ...pagingEntries, datasetId: v.number() });

/** Figures: the objects of a dataset's annotations, one row each. */
export const figureEndpoints: Endpoints = {
  // Source: platform fact, the fields of the SDK's FigureInfo.
  "figures.list": endpoint(listBody, (body, context) => {
    const rows = [...figureRows(body.datasetId, context)];
    return page(selectRows(rows, body.filter ?? []), { ...body, filter: [] });
  }),
};

function* figureRows(datasetId: number, { projects }: Context) {
  const { project } = projects.dataset(datasetId);
  const classIds = new Map(projects.meta(project.id).classes.map(({ title, id }) => [title, id]));
  for (const image of project.images.filter((candidate) => candidate.datasetId === datasetId)) {
    const { objects } = projects.annotation(image.id);
    for (const [at, object] of objects.entries()) {
      const { id, classTitle, geometryType, tags } = object;
      yield {
        id: typeof id === "number" ? id : objectId(image.id, at),
        classId: classIds.get(String(classTitle)) ?? null,
        entityId: image.id,
        objectId: null,
        projectId: project.id,
        datasetId,
        frameIndex: null,
        geometryType,
        geometry: geometryOf(object),
        geometryMeta: null,
        tags: tags ?? [],
        meta: {},
        area: null,
        priority: at,
        customData: {},
        createdAt: project.createdAt,
        updatedAt: project.updatedAt ?? project.createdAt,
      };
    }
  }
}

/** An object of an annotation is its geometry and what surrounds it. */
function geometryOf(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = ["points", "bitmap", "nodes", "origin", "vertices", "edges"];
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}
