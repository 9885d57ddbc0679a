import type { FileHyperparameter } from "./read-hyperparameters.ts";

/** What a framework's notes.ts adds to a hyperparameter by hand. */
export interface Note {
  readonly about?: string;
  readonly kinds?: FileHyperparameter["kinds"];
  readonly choices?: readonly (string | number | boolean)[];
}

/** Notes by path. */
export type Notes = Readonly<Record<string, Note>>;

/** A hyperparameter with its note; those that only the notes know have no default. */
export type NotedHyperparameter = Omit<FileHyperparameter, "default" | "choices"> &
  Note & { readonly default?: FileHyperparameter["default"] };

/** Lays notes over what the app's file says. */
export function withNotes(
  items: readonly FileHyperparameter[],
  notes: Notes,
): readonly NotedHyperparameter[] {
  const fromFile = items.map((item) => ({ ...item, ...notes[item.path] }));
  const paths = new Set(items.map(({ path }) => path));
  const added = Object.entries(notes)
    .filter(([path]) => !paths.has(path))
    .map(([path, note]) => ({ path, ...note, kinds: note.kinds ?? [] }));
  return [...fromFile, ...added];
}
