import type { HyperparameterFacts } from "@trainyard/core/spec";
import type { HyperparameterNotes } from "./framework.ts";

/** Lays notes over what the app's file says; paths that only the notes know come last, without a default. */
export function describeHyperparameters(
  file: readonly HyperparameterFacts[],
  notes: HyperparameterNotes,
): readonly HyperparameterFacts[] {
  const paths = new Set(file.map(({ path }) => path));
  const added = Object.entries(notes).filter(([path]) => !paths.has(path));
  return [
    ...file.map((item) => ({ ...item, ...notes[item.path] })),
    ...added.map(([path, note]) => ({ kinds: [], ...note, path })),
  ];
}
