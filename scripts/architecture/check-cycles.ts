import { resolveImport } from "./resolve-import.ts";
import type { SourceFile, SourceTree } from "./source-tree.ts";

/** No file reaches itself through imports, type-only ones included, within and across packages. */
export function checkCycles(tree: SourceTree): readonly string[] {
  const files = new Map([...tree.values()].flatMap((unit) => unit.files).map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];

  const visit = (file: SourceFile, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(file.path);
    if (seenAt >= 0) cycles.push(`import cycle: ${[...trail.slice(seenAt), file.path].join(" → ")}`);
    if (seenAt >= 0 || done.has(file.path)) return;
    for (const { specifier } of file.imports) {
      const next = files.get(resolveImport(tree, file, specifier) ?? "");
      if (next !== undefined) visit(next, [...trail, file.path]);
    }
    done.add(file.path);
  };

  for (const file of files.values()) visit(file, []);
  return cycles;
}
