import * as v from "valibot";
import { isNewerRelease } from "../../plan/ask/newer-release.ts";
import type { TrainModule } from "../../plan/terms/facts.ts";
import type { Caller } from "../caller.ts";
import { listPages } from "./list-pages.ts";

const row = v.object({
  id: v.number(),
  name: v.optional(v.string(), ""),
  config: v.nullish(
    v.looseObject({
      files: v.nullish(v.record(v.string(), v.unknown())),
      categories: v.nullish(v.array(v.unknown())),
      need_gpu: v.optional(v.unknown()),
      needGPU: v.optional(v.unknown()),
      rehearsal: v.optional(v.unknown()),
    }),
  ),
  meta: v.optional(v.unknown()),
});
const releases = v.looseObject({ releases: v.array(v.string()) });

/** The training apps of a framework, or of all, oldest first. Source: platform fact, `ecosystem.list`. */
export async function ecosystemList(instance: Caller, framework?: string): Promise<readonly TrainModule[]> {
  const body = {
    categories: framework === undefined ? ["train"] : ["train", `framework:${framework}`],
    categoriesOperation: "and",
    sort: "id",
    sort_order: "asc",
  };
  return (await listPages(instance, "ecosystem.list", body, row)).map(moduleOf);
}

function moduleOf({ id, name, config, meta }: v.InferOutput<typeof row>): TrainModule {
  const files = Object.entries(config?.files ?? {}).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  const version = newest(meta);
  const category = config?.categories?.find(
    (item) => typeof item === "string" && item.startsWith("framework:"),
  );
  return {
    id,
    name,
    files: Object.fromEntries(files),
    ...(version === undefined ? {} : { version }),
    ...((config?.needGPU ?? config?.need_gpu) === false ? { needsGpu: false } : {}),
    ...(config?.rehearsal === true ? { rehearsal: true } : {}),
    ...(typeof category === "string" ? { framework: category.slice("framework:".length) } : {}),
  };
}

/** Releases are listed in no order that could be relied on. */
function newest(meta: unknown): string | undefined {
  const parsed = v.safeParse(releases, meta);
  if (!parsed.success) return undefined;
  return parsed.output.releases.reduce<string | undefined>(
    (top, release) => (top === undefined || isNewerRelease(release, top) ? release : top),
    undefined,
  );
}
