import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";
import { listPages } from "./list-pages.ts";

/** An image of a dataset. */
export interface ImageRow {
  readonly id: number;
  readonly name: string;
  readonly width: number;
  readonly height: number;
}
const row: v.GenericSchema<unknown, ImageRow> = v.object({
  id: v.number(),
  name: v.string(),
  width: v.number(),
  height: v.number(),
});

/** The images of a dataset. Source: platform fact, `images.list`. */
export function imagesList(
  instance: Caller,
  datasetId: number,
  options?: CallOptions,
): Promise<readonly ImageRow[]> {
  return listPages(
    instance,
    "images.list",
    { datasetId, filter: [], sort: "id", sort_order: "asc" },
    row,
    options,
  );
}
