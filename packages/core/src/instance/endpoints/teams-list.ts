import * as v from "valibot";
import type { Team } from "../../plan/terms/facts.ts";
import type { Caller } from "../caller.ts";
import { listPages } from "./list-pages.ts";

const row = v.object({ id: v.number(), name: v.optional(v.string(), "") });

/** The teams the token can see. Source: platform fact, `teams.list`. */
export function teamsList(instance: Caller): Promise<readonly Team[]> {
  return listPages(instance, "teams.list", { filter: [], sort: "id", sort_order: "asc" }, row);
}
