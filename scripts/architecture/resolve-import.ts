import { posix } from "node:path";
import type { SourceFile, SourceTree } from "./source-tree.ts";

/** The repository path of the source file a specifier stands for, or undefined when it is not one of ours. */
export function resolveImport(tree: SourceTree, from: SourceFile, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return posix.normalize(`${posix.dirname(from.path)}/${specifier}`);
  for (const unit of tree.values()) {
    const entry = unit.entries.get(specifier);
    if (entry !== undefined) return entry;
  }
  return undefined;
}
