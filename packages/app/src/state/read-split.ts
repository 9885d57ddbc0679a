import type { GuiSplit } from "@trainyard/core/wire";
import { isPercent } from "./check-split.ts";
import type { Dictionary } from "./dictionary.ts";
import { StateError } from "./state-error.ts";

/**
 * Reads a split that has passed the platform's checks, and refuses what its app could not use after them.
 *
 * @throws StateError
 */
export function readSplit(split: Dictionary): GuiSplit {
  const side = split.split === "val" ? "val" : "train";
  switch (split.method) {
    case "random":
      if (!isPercent(split.percent))
        throw new StateError("percent must be an integer in range 1 to 99, not true", "percent-is-a-truth");
      return { method: "random", split: side, percent: split.percent };
    case "tags": {
      const { train_tag: train, val_tag: val, untagged_action: untagged } = split;
      if (typeof train !== "string" || typeof val !== "string")
        throw new StateError("train_tag and val_tag must be names of tags, as text", "tag-no-text");
      if (untagged !== "train" && untagged !== "val" && untagged !== "ignore")
        throw new StateError("untagged_action must be 'train', 'val' or 'ignore'", "untagged-action-unknown");
      return { method: "tags", train_tag: train, val_tag: val, untagged_action: untagged };
    }
    case "datasets":
      return {
        method: "datasets",
        train_datasets: ids(split, "train_datasets"),
        val_datasets: ids(split, "val_datasets"),
      };
    case "collections":
      return {
        method: "collections",
        train_collections: ids(split, "train_collections"),
        val_collections: ids(split, "val_collections"),
      };
    default:
      throw new StateError("method must be 'random', 'tags', 'datasets' or 'collections'", "unknown-method");
  }
}

function ids(split: Dictionary, key: string): readonly number[] {
  const listed = split[key];
  if (!Array.isArray(listed))
    throw new StateError(`Missing required key in app_state['train_val_split']: ${key}`, "ids-missing");
  return listed.filter((id) => typeof id === "number");
}
