import type { SpecPatch } from "@trainyard/core";

/** How long a preset trains on a few thousand images with one modern GPU: an order of magnitude, no promise. */
export type PresetCost = "minutes" | "an hour" | "hours" | "a day";

/** A named set of training settings. It is plain data: it can be printed, diffed and sent. */
export interface Preset {
  /** E.g. `yolo/fast` or `acme/detect`. */
  readonly id: string;
  /** Semantic version; a changed preset gets a new one. */
  readonly version: string;
  /** When to use it, in a sentence. */
  readonly about: string;
  readonly cost?: PresetCost;
  /** What it says, its parents' values included. */
  readonly spec: SpecPatch;
  /** Ids and versions of the presets it was made from, nearest first. */
  readonly parents: readonly string[];
}
