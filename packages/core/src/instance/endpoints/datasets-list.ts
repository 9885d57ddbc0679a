import * as v from "valibot";
import type { Caller } from "../caller.ts";
import { listPages } from "./list-pages.ts";

/** A dataset; `parentId` is null at the top. */
export interface DatasetRow {
  readonly id: number;
  readonly name: string;
  readonly parentId: number | null;
  /** Its own images, where the instance says. */
  readonly imagesCount?: number;
}
const row = v.object({
  id: v.number(),
  name: v.optional(v.string(), ""),
  parentId: v.optional(v.nullable(v.number()), null),
  imagesCount: v.nullish(v.number()),
});

/** All datasets of a project, nested ones included. Source: platform fact, `datasets.list`. */
export async function datasetsList(instance: Caller, projectId: number): Promise<readonly DatasetRow[]> {
  const body = { projectId, filter: [], recursive: true, sort: "id", sort_order: "asc" };
  const rows = await listPages(instance, "datasets.list", body, row);
  return rows.map(({ imagesCount, ...dataset }) =>
    typeof imagesCount === "number" ? { ...dataset, imagesCount } : dataset,
  );
}
