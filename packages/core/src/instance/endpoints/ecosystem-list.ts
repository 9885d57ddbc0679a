import * as v from "valibot";
import type { TrainModule } from "../../plan/facts.ts";
import type { Caller } from "../caller.ts";
import { listPages } from "./list-pages.ts";

const row = v.object({
  id: v.number(),
  name: v.optional(v.string(), ""),
  config: v.nullish(v.looseObject({ files: v.nullish(v.record(v.string(), v.unknown())) })),
});

/** The training apps of a framework, oldest first. Source: platform fact, `ecosystem.list`. */
export async function ecosystemList(instance: Caller, framework: string): Promise<readonly TrainModule[]> {
  const body = {
    categories: ["train", `framework:${framework}`],
    categoriesOperation: "and",
    sort: "id",
    sort_order: "asc",
  };
  const rows = await listPages(instance, "ecosystem.list", body, row);
  return rows.map(({ id, name, config }) => {
    const files = Object.entries(config?.files ?? {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    );
    return { id, name, files: Object.fromEntries(files) };
  });
}
