import * as v from "valibot";
import type { Named } from "../../plan/terms/facts.ts";
import type { Caller } from "../caller.ts";
import { listPages } from "./list-pages.ts";

const row = v.object({ id: v.number(), name: v.optional(v.string(), "") });

/** The collections of a project. Source: platform fact, `entities-collections.list`. */
export function collectionsList(instance: Caller, projectId: number): Promise<readonly Named[]> {
  const body = { projectId, filter: [], type: "default", sort: "id", sort_order: "asc" };
  return listPages(instance, "entities-collections.list", body, row);
}
