import { pythonRepr } from "@trainyard/core/plan";
import type { Dictionary } from "./dictionary.ts";
import { pythonTruth } from "./python-truth.ts";
import { StateError } from "./state-error.ts";
import type { StateFacts } from "./state-facts.ts";

/**
 * Judges a split as the platform's training app does. A method that it does not know passes here.
 *
 * @throws StateError
 * Source: platform fact, TrainGUI.validate_app_state.
 */
export function checkSplit(split: Dictionary, facts: StateFacts): void {
  switch (split.method) {
    case "random":
      if (split.split !== "train" && split.split !== "val")
        throw new StateError("split must be 'train' or 'val'");
      // Python counts True as the number 1.
      if (split.percent !== true && !isPercent(split.percent))
        throw new StateError("percent must be an integer in range 1 to 99");
      return;
    case "tags":
      if (!pythonTruth(split.train_tag) || !pythonTruth(split.val_tag))
        throw new StateError("train_tag and val_tag must be specified in tags split method");
      return;
    case "datasets":
      known("Datasets", sides(split, "datasets"), facts.datasets);
      return;
    case "collections":
      known("Collections", [...new Set(sides(split, "collections"))], facts.collections);
  }
}

/** A whole number of percent that leaves something for the other side. */
export function isPercent(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 99;
}

/** What the state lists for both sides. */
function sides(split: Dictionary, what: string): readonly unknown[] {
  const keys = [`train_${what}`, `val_${what}`];
  // Python adds two empty texts and finds no id in them that is missing.
  const difference = keys.every((key) => split[key] === "") ? "ids-no-list" : undefined;
  return keys.flatMap((key) => {
    const ids = Object.hasOwn(split, key) ? split[key] : [];
    if (Array.isArray(ids)) return ids;
    const place = `app_state['train_val_split']['${key}']`;
    throw new StateError(`${place} must be a list of ids, not ${JSON.stringify(ids)}`, difference);
  });
}

/** One message names all ids that are missing, as Python writes them. */
function known(noun: string, ids: readonly unknown[], has: ReadonlySet<number>): void {
  const missing = ids.filter((id) => typeof id !== "number" || !has.has(id));
  if (missing.length === 0) return;
  const listed = missing.map((id) => (typeof id === "string" ? id : pythonRepr(id))).join(", ");
  const text = `${noun} with ids: ${listed} not found in the project`;
  const truths = missing.every((id) => typeof id === "boolean" && has.has(Number(id)));
  throw new StateError(text, truths ? "id-is-a-truth" : undefined);
}
