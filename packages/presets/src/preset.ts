import type { SpecPatch } from "@trainyard/core";

/** A named set of training settings. It is plain data: it can be printed, diffed and sent. */
export interface Preset {
  /** E.g. `yolo/fast` or `acme/detect`. */
  readonly id: string;
  /** Semantic version; a changed preset gets a new one. */
  readonly version: string;
  /** When to use it, in a sentence. */
  readonly about: string;
  /** What it says, its parents' values included. */
  readonly spec: SpecPatch;
  /** Ids and versions of the presets it was made from, nearest first. */
  readonly parents: readonly string[];
}
