import type { Split } from "../../spec/split.ts";
import type { PlannedImages } from "../terms/train-plan.ts";
import type { SplitFacts } from "./plan-split.ts";

/**
 * How many images each side gets; null where the instance does not say enough.
 *
 * Source: platform facts: a random split rounds the share of val; an image with both tags is on both sides;
 * datasets count without what is nested in them.
 */
export function countSplit(split: Split, facts: SplitFacts): PlannedImages | null {
  const total = facts.stats?.images ?? facts.project.imagesCount;
  if (split.by === "random") {
    if (total === undefined) return null;
    const val = roundHalfEven((total * (split.side === "val" ? split.percent : 100 - split.percent)) / 100);
    return { train: total - val, val, ignored: 0, total };
  }
  const sides = split.by === "tags" ? countTags(split, facts, total) : countSets(split, facts);
  if (sides === null) return null;
  const all = total ?? sides.train + sides.val;
  return { ...sides, ignored: Math.max(0, all - sides.train - sides.val), total: all };
}

type Sides = { readonly train: number; readonly val: number };

function countTags(
  split: Extract<Split, { by: "tags" }>,
  { stats }: SplitFacts,
  total: number | undefined,
): Sides | null {
  if (stats === undefined || total === undefined) return null;
  const train = stats.taggedImages[split.train] ?? 0;
  const val = stats.taggedImages[split.val] ?? 0;
  const untagged = Math.max(0, total - train - val);
  return {
    train: train + (split.untagged === "train" ? untagged : 0),
    val: val + (split.untagged === "val" ? untagged : 0),
  };
}

function countSets(
  split: Extract<Split, { by: "datasets" | "collections" }>,
  { known, members }: SplitFacts,
): Sides | null {
  const count = (ids: readonly number[]): number | null => {
    if (members !== undefined) return new Set(ids.flatMap((id) => members.get(id) ?? [])).size;
    const counts = [...new Set(ids)].map((id) => known.find((item) => item.id === id)?.imagesCount);
    return counts.reduce<number | null>(
      (sum, value) => (sum === null || value === undefined ? null : sum + value),
      0,
    );
  };
  const [train, val] = [count(split.train), count(split.val)];
  return train === null || val === null ? null : { train, val };
}

/** As Python rounds: halves go to the even neighbour. */
function roundHalfEven(value: number): number {
  const low = Math.floor(value);
  if (value - low !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
}
