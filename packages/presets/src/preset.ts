import type { ModelRef } from "@trainyard/core";
import type { Layer, SpecPatch, TeamRules } from "@trainyard/core/spec";

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
  /** What each of its parents says, the farthest first, and itself last: a chain that uses it keeps who said what. */
  readonly layers: readonly Layer[];
  /** Paths that nobody who uses it may change. */
  readonly lock: readonly string[];
  /** What it allows in trainings that use it. */
  readonly rules: TeamRules;
  /** The preset it changes. */
  readonly extends?: Preset;
  /** Ids and versions of the presets it was made from, nearest first. */
  readonly parents: readonly string[];
}

/** A preset that says which model is trained: a chain that uses it needs no `.model()`. */
export interface ModelPreset extends Preset {
  readonly spec: SpecPatch & { readonly model: ModelRef };
}

/** A preset's full name, e.g. `acme/detect@2.1.0`. */
export function presetName({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}
