import { checkCycles } from "./check-cycles.ts";
import { checkEntries, type EntrySize, entrySizes } from "./check-entries.ts";
import { checkFileNames } from "./check-file-names.ts";
import { checkFolderOrder } from "./check-folder-order.ts";
import { checkFolderSize, filesPerFolder } from "./check-folder-size.ts";
import { checkForbiddenWords } from "./check-forbidden-words.ts";
import { checkPackageImports } from "./check-package-imports.ts";
import type { ArchitectureLaw } from "./law.ts";
import { checkBudgets, type Measurements, measure } from "./measurements.ts";
import { readSourceTree } from "./source-tree.ts";

/** One line per broken law, and the figures the budgets were held against. */
export interface ArchitectureReport {
  readonly violations: readonly string[];
  readonly measurements: readonly Measurements[];
  readonly entries: readonly EntrySize[];
  readonly folders: ReadonlyMap<string, number>;
}

/** Reads the tree under `root` once and holds every law against it. */
export function checkArchitecture(root: string, law: ArchitectureLaw): ArchitectureReport {
  const tree = readSourceTree(root, law);
  const violations = [
    ...checkPackageImports(tree, law),
    ...checkFolderOrder(tree, law),
    ...checkFolderSize(tree, law),
    ...checkEntries(root, tree, law),
    ...checkCycles(tree),
    ...checkFileNames(tree, law),
    ...checkForbiddenWords(tree, law),
    ...checkBudgets(tree, law),
  ];
  return {
    violations,
    measurements: measure(tree),
    entries: entrySizes(root, tree, law),
    folders: filesPerFolder(tree),
  };
}
