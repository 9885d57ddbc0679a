import { parseInput } from "../errors/parse-input.ts";
import type { CollectionsSplit, DatasetsSplit, RandomSplit, Split, TagsSplit } from "./split.ts";
import { splitSchema } from "./split.ts";

function make<S extends Split>(split: S): S {
  parseInput(splitSchema, split, `${split.by}()`);
  return Object.freeze(split);
}

/** What is no list is left to the schema, which says so. */
function copy<T>(list: readonly T[]): readonly T[] {
  return Array.isArray(list) ? [...list] : list;
}

/**
 * Splits at random: by default 80 % of the images go to train.
 *
 * @throws INPUT_INVALID when percent is not a whole number from 1 to 99.
 * @example
 * ```ts
 * import { random } from "@trainyard/core";
 * const split = random(90);
 * ```
 * Source: specification, `RandomSplit(percent=80, split="train")`.
 */
export function random(percent = 80, side: "train" | "val" = "train"): RandomSplit {
  return make({ by: "random", percent, side });
}

/**
 * Splits by datasets: their images, nested datasets included only when named.
 *
 * @throws INPUT_INVALID when a side is empty or an id is no whole number.
 * @example
 * ```ts
 * import { datasets } from "@trainyard/core";
 * const split = datasets([101, 102], [103]);
 * ```
 * Source: specification, `DatasetsSplit`.
 */
export function datasets(train: readonly number[], val: readonly number[]): DatasetsSplit {
  return make({ by: "datasets", train: copy(train), val: copy(val) });
}

/**
 * Splits by image tags; images with neither tag go to `untagged` (train by default).
 *
 * @throws INPUT_INVALID when a tag name is empty.
 * @example
 * ```ts
 * import { tags } from "@trainyard/core";
 * const split = tags("train", "val", { untagged: "ignore" });
 * ```
 * Source: specification, `TagsSplit`.
 */
export function tags(
  train: string,
  val: string,
  { untagged = "train" }: { untagged?: "train" | "val" | "ignore" } = {},
): TagsSplit {
  return make({ by: "tags", train, val, untagged });
}

/**
 * Splits by collections of the project.
 *
 * @throws INPUT_INVALID when a side is empty or an id is no whole number.
 * @example
 * ```ts
 * import { collections } from "@trainyard/core";
 * const split = collections([51, 52], [53]);
 * ```
 * Source: specification, `CollectionsSplit`.
 */
export function collections(train: readonly number[], val: readonly number[]): CollectionsSplit {
  return make({ by: "collections", train: copy(train), val: copy(val) });
}
