import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";
import { listPages } from "./list-pages.ts";

const row = v.object({ id: v.number() });

/** Ids of the images in a collection. Source: platform fact, `images.list` with a collection filter. */
export async function collectionImages(
  instance: Caller,
  projectId: number,
  collectionId: number,
  options?: CallOptions,
): Promise<readonly number[]> {
  const filter = [{ type: "entities_collection", data: { collectionId, include: true } }];
  const body = { projectId, filters: filter, sort: "id", sort_order: "asc" };
  const rows = await listPages(instance, "images.list", body, row, options);
  return rows.map((image) => image.id);
}
