import type { ArchitectureLaw } from "./law.ts";
import type { SourceFile, SourceTree } from "./source-tree.ts";

/** A file is named after its one idea; `index.ts` is kept for what package.json exports. */
export function checkFileNames(tree: SourceTree, law: ArchitectureLaw): readonly string[] {
  return [...tree.values()].flatMap((unit) => {
    const entries = new Set(unit.entries.values());
    return unit.files.flatMap((file) => nameProblems(file, entries, law.forbiddenFileNames));
  });
}

function nameProblems(
  { path, unit }: SourceFile,
  entries: ReadonlySet<string>,
  forbidden: readonly string[],
): string[] {
  const segments = path.slice(unit.length + 1).split("/");
  const catchAll = segments
    .map((segment) => segment.split(".")[0] ?? "")
    .find((name) => forbidden.includes(name));
  if (catchAll !== undefined)
    return [`${path} is a catch-all ("${catchAll}"); name it after the one thing it holds`];
  const isBarrel = segments.at(-1) === "index.ts" && unit.startsWith("packages/") && !entries.has(path);
  return isBarrel
    ? [`${path} is a barrel that package.json does not export; import the files themselves`]
    : [];
}
