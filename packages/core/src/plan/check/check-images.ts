import type { Problem } from "../../spec/problem.ts";
import type { Split } from "../../spec/split.ts";
import type { SplitFacts } from "../decide/plan-split.ts";
import { makeProblem } from "../problems/make-problem.ts";
import type { PlannedImages } from "../terms/train-plan.ts";

/** Finds sides without images, and tags, datasets and collections that add none. */
export function* imageProblems(
  split: Split,
  facts: SplitFacts,
  images: PlannedImages | null,
): Iterable<Problem> {
  if ((facts.stats?.images ?? facts.project.imagesCount) === 0) {
    yield makeProblem("PROJECT_EMPTY", "project", `The project ${facts.project.name} has no images.`);
    return;
  }
  yield* emptyParts(split, facts);
  if (split.by === "collections") yield* sharedImages(split, facts);
  if (split.by === "datasets") yield* childrenLeftOut(split, facts);
  if (images === null) return;
  for (const side of ["train", "val"] as const)
    if (images[side] === 0)
      yield makeProblem(
        "SPLIT_SIDE_EMPTY",
        split.by === "random" ? "split.percent" : `split.${side}`,
        `No image goes to ${side}: the split gives ${images.train} to train and ${images.val} to val, of ${images.total}.`,
      );
}

function* emptyParts(split: Split, { known, stats, members }: SplitFacts): Iterable<Problem> {
  if (split.by === "random") return;
  for (const side of ["train", "val"] as const) {
    if (split.by === "tags") {
      const tag = split[side];
      if (stats !== undefined && stats.taggedImages[tag] === 0)
        yield makeProblem(
          "TAG_WITHOUT_IMAGES",
          `split.${side}`,
          `No image carries the tag ${JSON.stringify(tag)}.`,
          { value: tag },
        );
      continue;
    }
    for (const id of new Set(split[side])) {
      const item = known.find((candidate) => candidate.id === id);
      if (item === undefined || (members?.get(id)?.length ?? item.imagesCount) !== 0) continue;
      const [code, noun] =
        split.by === "datasets"
          ? (["DATASET_EMPTY", "dataset"] as const)
          : (["COLLECTION_EMPTY", "collection"] as const);
      yield makeProblem(code, `split.${side}`, `The ${noun} ${id} (${item.name}) has no images.`, {
        value: id,
      });
    }
  }
}

function* sharedImages(
  split: Extract<Split, { by: "collections" }>,
  { members }: SplitFacts,
): Iterable<Problem> {
  if (members === undefined) return;
  const train = new Set(split.train.flatMap((id) => members.get(id) ?? []));
  const sameIds = split.train.some((id) => split.val.includes(id));
  const shared = split.val.flatMap((id) => members.get(id) ?? []).filter((image) => train.has(image));
  if (shared.length > 0 && !sameIds)
    yield makeProblem(
      "SPLIT_OVERLAPS",
      "split",
      `${shared.length} images are in collections of both sides, so validation would measure training images.`,
      { value: shared.slice(0, 20) },
    );
}

function* childrenLeftOut(
  split: Extract<Split, { by: "datasets" }>,
  { known }: SplitFacts,
): Iterable<Problem> {
  const named = new Set([...split.train, ...split.val]);
  for (const side of ["train", "val"] as const)
    for (const id of new Set(split[side])) {
      const left = known.filter(
        (item) => item.parentId === id && !named.has(item.id) && (item.imagesCount ?? 0) > 0,
      );
      if (left.length > 0)
        yield makeProblem(
          "DATASET_CHILDREN_LEFT_OUT",
          `split.${side}`,
          `Nested in the dataset ${id}, ${left.map((item) => `${item.id} (${item.name})`).join(", ")} are on neither side.`,
          { value: left.map((item) => item.id) },
        );
    }
}
