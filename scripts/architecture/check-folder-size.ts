import type { ArchitectureLaw } from "./law.ts";
import type { SourceTree } from "./source-tree.ts";

/** A folder holds at most so many sources; one that holds one kind of file only is named with its reason. */
export function checkFolderSize(tree: SourceTree, law: ArchitectureLaw): readonly string[] {
  const most = law.budgets.filesPerFolder;
  return [...filesPerFolder(tree)]
    .filter(([folder, count]) => count > most && law.oneKindFolders[folder] === undefined)
    .map(
      ([folder, count]) =>
        `${folder} has ${count} source files; the limit is ${most}: cut it by what its files are for`,
    );
}

/** How many hand-written, non-test sources lie in each folder. */
export function filesPerFolder(tree: SourceTree): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, isTest, isGenerated } of [...tree.values()].flatMap(({ files }) => files)) {
    if (isTest || isGenerated) continue;
    const folder = path.slice(0, path.lastIndexOf("/"));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}
