import { suggest } from "../../spec/closest.ts";
import type { Problem } from "../../spec/problem.ts";
import type { Split } from "../../spec/split.ts";
import type { NotChecked } from "../ask/read-optional.ts";
import { makeProblem } from "../problems/make-problem.ts";
import type { Named, Project, ProjectMeta, ProjectStats } from "../terms/facts.ts";
import type { Lookups } from "../terms/lookups.ts";

/** What a split refers to, as the project has it. */
export interface SplitWorld {
  /** Datasets or collections of the project. */
  readonly known: readonly Named[];
  /** Image ids by collection; undefined where the instance does not say. */
  readonly members: ReadonlyMap<number, readonly number[]> | undefined;
}
/** {@link SplitWorld} with what else counts. */
export interface SplitFacts extends SplitWorld {
  readonly project: Project;
  readonly meta: ProjectMeta;
  readonly stats: ProjectStats | undefined;
}

/** Reads what a split refers to. Random and tag splits need nothing beyond the project's meta and statistics. */
export async function lookUpSplit(
  split: Split,
  projectId: number,
  lookups: Lookups,
  notes: NotChecked,
): Promise<SplitWorld> {
  if (split.by === "datasets") return { known: await lookups.datasets(projectId), members: undefined };
  if (split.by !== "collections") return { known: [], members: undefined };
  const { collectionImages } = lookups;
  const ids = [...new Set([...split.train, ...split.val])];
  const read =
    collectionImages &&
    (() =>
      Promise.all(
        ids.map(
          async (id): Promise<[number, readonly number[]]> => [id, await collectionImages(projectId, id)],
        ),
      ));
  const [known, pairs] = await Promise.all([
    lookups.collections(projectId),
    notes.read("The collections' images", read),
  ]);
  return { known, members: pairs && new Map(pairs) };
}

/** Finds tags, datasets and collections of a split that the project does not have. */
export function unknownInSplit(split: Split, { meta, known }: SplitFacts): readonly Problem[] {
  if (split.by === "random") return [];
  const sides = ["train", "val"] as const;
  if (split.by === "tags") {
    const names = meta.tags.map((tag) => tag.name);
    return sides
      .filter((side) => !names.includes(split[side]))
      .map((side) =>
        makeProblem(
          "TAG_UNKNOWN",
          `split.${side}`,
          `The project has no tag ${JSON.stringify(split[side])}.`,
          { hint: suggest(split[side], names, "tag"), value: split[side], allowed: names },
        ),
      );
  }
  const noun = split.by === "datasets" ? "dataset" : "collection";
  const list = known.map((item) => `${item.id} (${item.name})`);
  return sides.flatMap((side) =>
    split[side]
      .filter((id) => !known.some((item) => item.id === id))
      .map((id) =>
        makeProblem(
          split.by === "datasets" ? "DATASET_UNKNOWN" : "COLLECTION_UNKNOWN",
          `split.${side}`,
          `The project has no ${noun} ${id}.`,
          {
            hint: list.length === 0 ? `It has no ${split.by}.` : `It has: ${list.join(", ")}.`,
            value: id,
            allowed: list,
          },
        ),
      ),
  );
}
