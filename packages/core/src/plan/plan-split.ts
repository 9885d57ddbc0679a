import type { Split } from "../spec/split.ts";
import { suggest } from "./closest.ts";
import type { Named, ProjectMeta } from "./facts.ts";
import type { Lookups } from "./lookups.ts";
import type { Problem } from "./problem.ts";

/** Reads what a split refers to. Random and tag splits need nothing beyond the project's meta. */
export async function lookUpSplit(
  split: Split,
  projectId: number,
  lookups: Lookups,
): Promise<readonly Named[] | undefined> {
  if (split.by === "datasets") return lookups.datasets(projectId);
  if (split.by === "collections") return lookups.collections(projectId);
  return undefined;
}

/** Finds tags, datasets and collections of a split that the project does not have. */
export function splitProblems(
  split: Split,
  meta: ProjectMeta,
  known: readonly Named[] | undefined,
): readonly Problem[] {
  if (split.by === "random") return [];
  if (split.by === "tags") {
    const names = meta.tags.map((tag) => tag.name);
    return (["train", "val"] as const).flatMap((side): readonly Problem[] =>
      names.includes(split[side])
        ? []
        : [
            {
              code: "TAG_UNKNOWN",
              severity: "error",
              path: `split.${side}`,
              message: `The project has no tag ${JSON.stringify(split[side])}.`,
              hint: suggest(split[side], names, "tag"),
              value: split[side],
              allowed: names,
            },
          ],
    );
  }
  const noun = split.by === "datasets" ? "dataset" : "collection";
  const list = (known ?? []).map((item) => `${item.id} (${item.name})`);
  return (["train", "val"] as const).flatMap((side) =>
    split[side]
      .filter((id) => !known?.some((item) => item.id === id))
      .map(
        (id): Problem => ({
          code: split.by === "datasets" ? "DATASET_UNKNOWN" : "COLLECTION_UNKNOWN",
          severity: "error",
          path: `split.${side}`,
          message: `The project has no ${noun} ${id}.`,
          hint: list.length === 0 ? `It has no ${split.by}.` : `It has: ${list.join(", ")}.`,
          value: id,
          allowed: list,
        }),
      ),
  );
}
