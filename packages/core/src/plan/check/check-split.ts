import type { Problem } from "../../spec/problem.ts";
import type { Split } from "../../spec/split.ts";
import { makeProblem } from "../problems/make-problem.ts";

/** Finds what is wrong with a split in itself: a percent, an empty side, the same on both sides. */
export function* checkSplit(split: Split | undefined): Iterable<Problem> {
  if (split === undefined) return;
  if (split.by === "random") {
    yield* checkPercent(split.percent, split.side);
  } else if (split.by === "tags") {
    if (split.train === split.val)
      yield makeProblem(
        "SPLIT_OVERLAPS",
        "split",
        `Train and val are both the tag ${JSON.stringify(split.train)}.`,
        { hint: "Name two different tags.", value: split.train },
      );
  } else {
    yield* checkIds(split);
  }
}

function* checkPercent(percent: number, side: "train" | "val"): Iterable<Problem> {
  if (!Number.isInteger(percent) || percent < 1 || percent > 99) {
    yield makeProblem(
      "SPLIT_PERCENT",
      "split.percent",
      `${percent} % is no whole number from 1 to 99, which the app refuses.`,
      { value: percent, allowed: ["1 to 99"] },
    );
    return;
  }
  const val = side === "val" ? percent : 100 - percent;
  if (val > 50)
    yield makeProblem(
      "SPLIT_LOPSIDED",
      "split.percent",
      `${val} % of the images go to validation, only ${100 - val} % to training.`,
      { value: percent, hint: `Did you mean random(${val})?` },
    );
}

function* checkIds(split: Exclude<Split, { by: "random" } | { by: "tags" }>): Iterable<Problem> {
  for (const side of ["train", "val"] as const)
    if (split[side].length === 0)
      yield makeProblem("SPLIT_SIDE_MISSING", `split.${side}`, `No ${split.by} are named for ${side}.`);
  const both = split.train.filter((id) => split.val.includes(id));
  if (both.length > 0)
    yield makeProblem(
      "SPLIT_OVERLAPS",
      "split",
      `The ${split.by} ${both.join(", ")} stand on both sides, so validation would measure training images.`,
      { hint: "Put each on one side only.", value: both },
    );
}
