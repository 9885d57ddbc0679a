import type { FrameworkFacts } from "../../spec/framework-facts.ts";
import type { Problem } from "../../spec/problem.ts";
import type { Split } from "../../spec/split.ts";
import { isNewerRelease } from "../ask/newer-release.ts";
import { makeProblem } from "../problems/make-problem.ts";
import type { TrainModule } from "../terms/facts.ts";

/** The SDK that mended the split by tags, and the day it came out. */
const mended = { sdk: "6.74.34", day: "2026-09-03" };

/**
 * Warns of a split by tags for an app whose SDK never accepts one. Only an app's own release tells its SDK: nothing is
 * said of an app of another name, nor of a release newer than the known one.
 *
 * Source: platform fact: the app compares the method's title with "Based on tags", and its page calls it "Based on item
 * tags"; so read in 6.73.393, 6.73.510 and 6.74.16, so run with 6.74.28; 6.74.34 mended it.
 */
export function* tagsSplitProblems(
  split: Split | undefined,
  module: TrainModule,
  known: FrameworkFacts | undefined,
): Iterable<Problem> {
  if (split?.by !== "tags" || known?.sdk === undefined || known.app !== module.name) return;
  if (isNewerRelease(module.version, known.release) || !isNewerRelease(mended.sdk, known.sdk)) return;
  const app = [module.name, module.version ?? known.release].filter(Boolean).join(" ");
  yield makeProblem(
    "TAGS_SPLIT_UNSUPPORTED",
    "split",
    `${app} is built on the platform's SDK ${known.sdk}, and apps built before ${mended.sdk} (${mended.day}) never accept a split by tags: the task would sit idle on its GPU.`,
    { value: "tags", allowed: ["random", "datasets", "collections"] },
  );
}
