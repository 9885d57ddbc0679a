import * as v from "valibot";

/** A random split: `percent` of the images go to `side`, the rest to the other. */
export interface RandomSplit {
  readonly by: "random";
  /** Whole percent of images, 1 to 99. */
  readonly percent: number;
  /** The side that `percent` describes. */
  readonly side: "train" | "val";
}
/** A split by dataset ids. */
export interface DatasetsSplit {
  readonly by: "datasets";
  readonly train: readonly number[];
  readonly val: readonly number[];
}
/** A split by image tags. */
export interface TagsSplit {
  readonly by: "tags";
  readonly train: string;
  readonly val: string;
  /** What becomes of images that carry neither tag. */
  readonly untagged: "train" | "val" | "ignore";
}
/** A split by collection ids. */
export interface CollectionsSplit {
  readonly by: "collections";
  readonly train: readonly number[];
  readonly val: readonly number[];
}
/** How a project's images are divided into a train and a val set. */
export type Split = RandomSplit | DatasetsSplit | TagsSplit | CollectionsSplit;

/** A split as a person may write it, in a file or a chain: what has a default may be left out. */
export type SplitInput =
  | Split
  | (Pick<RandomSplit, "by"> & Partial<RandomSplit>)
  | (Omit<TagsSplit, "untagged"> & Partial<TagsSplit>);

const percent = v.pipe(
  v.number("expected a whole number of percent"),
  v.integer("expected a whole number of percent"),
  v.minValue(1, "expected 1 to 99 percent"),
  v.maxValue(99, "expected 1 to 99 percent"),
);
const id = v.pipe(
  v.number("expected an id (a whole number)"),
  v.safeInteger("expected an id (a whole number)"),
);
const ids = (noun: string) =>
  v.pipe(v.array(id, `expected a list of ${noun} ids`), v.minLength(1, `expected at least one ${noun} id`));
const tag = v.pipe(v.string("expected a tag name"), v.minLength(1, "expected a tag name, not an empty text"));

/** The valibot schema of a {@link Split}. Source: specification, `train_val_split`. */
export const splitSchema: v.GenericSchema<unknown, Split> = v.variant(
  "by",
  [
    v.object({
      by: v.literal("random"),
      percent: v.optional(percent, 80),
      side: v.optional(v.picklist(["train", "val"], 'expected "train" or "val"'), "train"),
    }),
    v.object({ by: v.literal("datasets"), train: ids("dataset"), val: ids("dataset") }),
    v.object({
      by: v.literal("tags"),
      train: tag,
      val: tag,
      untagged: v.optional(
        v.picklist(["train", "val", "ignore"], 'expected "train", "val" or "ignore"'),
        "train",
      ),
    }),
    v.object({ by: v.literal("collections"), train: ids("collection"), val: ids("collection") }),
  ],
  "expected a split made by random(), datasets(), tags() or collections()",
);
