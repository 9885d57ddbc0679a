import type { Difference } from "../difference.ts";
import { each, refused, startedWith } from "../difference.ts";

const chapter = "Classes and splits";

/** Classes and splits that the platform would train with silently, or not at all. */
export const dataDifferences: readonly Difference[] = [
  {
    chapter,
    title: "Classes that the project does not have",
    why: "The SDK drops them without a word, and trains on no class when none is left. A single stranger among known classes is dropped here too, and said; a slip of the pen or a class in other letters is an error.",
    ends: {
      "classes-all-unknown": refused("SPEC_INVALID/CLASS_UNKNOWN", '"zebra"', '"cat"'),
      "classes-case-differs": refused("SPEC_INVALID/CLASS_UNKNOWN", '"Cat"', 'Did you mean "cat"?'),
      "classes-some-unknown": startedWith(["CLASS_UNKNOWN"], "classes-some-unknown"),
      "classes-project-without-classes": refused("SPEC_INVALID/PROJECT_HAS_NO_CLASSES", "no classes"),
      "meta-bad-shape": startedWith(["SHAPE_UNKNOWN"], "plain-with-agent", { classes: ["a"] }),
    },
  },
  {
    chapter,
    title: "Classes that are no list of names",
    why: 'A text is searched by the SDK for class names within it ("catdog" becomes cat and dog); an empty one means all classes.',
    ends: {
      ...each(
        ["classes-text", "classes-empty-text", "classes-by-name"],
        refused("INPUT_INVALID", "run.classes", "a list of class names"),
      ),
      "classes-numbers": refused("INPUT_INVALID", "run.classes.0", "a class name"),
    },
  },
  {
    chapter,
    title: "Splits of the wrong form",
    why: "The SDK's split objects take anything; the training app finds it out on the agent, or splits at random instead.",
    ends: {
      "split-random-out-of-range": refused(
        "INPUT_INVALID",
        "random().percent",
        "1 to 99",
        '"train" or "val"',
      ),
      ...each(
        ["split-random-percent-zero", "split-random-percent-hundred"],
        refused("INPUT_INVALID", "random().percent", "1 to 99"),
      ),
      ...each(
        [
          "split-random-percent-fraction",
          "split-random-percent-text",
          "split-random-percent-true",
          "split-random-percent-none",
        ],
        refused("INPUT_INVALID", "random().percent", "a whole number"),
      ),
      "split-random-side-none": refused("INPUT_INVALID", "random().side", '"train" or "val"'),
      "split-datasets-empty": refused("INPUT_INVALID", "datasets().train", "datasets().val", "at least one"),
      "split-datasets-text": refused("INPUT_INVALID", "datasets().train.0", "a whole number"),
      "split-datasets-no-list": refused("INPUT_INVALID", "datasets().train", "a list of dataset ids"),
      "split-datasets-none": refused("INPUT_INVALID", "datasets().train", "a list of dataset ids"),
      "split-tags-untagged-bogus": refused("INPUT_INVALID", "tags().untagged", '"ignore"', "tags().val"),
      "split-tags-untagged-none": refused("INPUT_INVALID", "tags().untagged", '"ignore"'),
      "split-tags-none": refused("INPUT_INVALID", "tags().train", "a tag name"),
      "split-collections-empty": refused("INPUT_INVALID", "collections().train", "at least one"),
      "split-plain-dict": refused(
        "INPUT_INVALID",
        "run.trainValSplit",
        "random(), datasets(), tags() or collections()",
      ),
      "split-text": refused(
        "INPUT_INVALID",
        "run.trainValSplit",
        "random(), datasets(), tags() or collections()",
      ),
    },
  },
  {
    chapter,
    title: "Splits that name what the project does not have",
    why: "The SDK does not look. The training app then waits for a person, with the task open and nothing training.",
    ends: {
      "split-datasets-unknown-id": refused("SPEC_INVALID/DATASET_UNKNOWN", "dataset 999", "501 (ds1)"),
      "split-tags-unknown": refused("SPEC_INVALID/TAG_UNKNOWN", '"trian"', 'Did you mean "train"?'),
      "split-collections-unknown": refused(
        "SPEC_INVALID/COLLECTION_UNKNOWN",
        "collection 699",
        "601 (train set)",
      ),
    },
  },
  {
    chapter,
    title: "Splits that put the same images on both sides, or name one twice",
    why: "Nothing checks it, and the validation would measure images it was trained on.",
    ends: {
      "split-datasets-both-sides": refused("SPEC_INVALID/SPLIT_OVERLAPS", "502"),
      "split-collections-both-sides": refused("SPEC_INVALID/SPLIT_OVERLAPS", "601"),
      "split-tags-same": refused("SPEC_INVALID/SPLIT_OVERLAPS", '"train"'),
      "split-datasets-repeated": startedWith(
        ["SPLIT_REPEATS", "DATASET_CHILDREN_LEFT_OUT"],
        "split-datasets-repeated",
      ),
    },
  },
  {
    chapter,
    title: "A framework with several training apps",
    why: "The first that the ecosystem lists is taken, as the SDK does, and the others are named aloud: forks share the category.",
    ends: {
      "framework-two-train-apps": startedWith(["TRAIN_APP_AMBIGUOUS"], "framework-two-train-apps"),
    },
  },
];
