import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findExports } from "../package/find-exports.ts";
import type { ArchitectureLaw } from "./law.ts";
import type { SourceTree } from "./source-tree.ts";

/** How many names an entry hands out, as a reader of its package meets it. */
export interface EntrySize {
  readonly entry: string;
  readonly names: number;
  readonly most: number;
}

/** Every entry of the packages with its names and its limit. */
export function entrySizes(root: string, tree: SourceTree, law: ArchitectureLaw): readonly EntrySize[] {
  return [...tree.values()].flatMap(({ entries }) =>
    [...entries].map(([entry, path]) => {
      const { values, types } = findExports(readFileSync(join(root, path), "utf8"));
      const most = law.entryNames[entry] ?? law.budgets.namesPerEntry;
      return { entry, names: values.length + types.length, most };
    }),
  );
}

/** An entry that hands out more names than anyone keeps in mind is cut by stage. */
export function checkEntries(root: string, tree: SourceTree, law: ArchitectureLaw): readonly string[] {
  return entrySizes(root, tree, law)
    .filter(({ names, most }) => names > most)
    .map(({ entry, names, most }) => `"${entry}" exports ${names} names; the limit is ${most}`);
}
