import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EntryExports, findExports } from "./find-exports.ts";

/** One importable subpath of one of our packages, with the names its source promises. */
export interface PackageEntry extends EntryExports {
  readonly specifier: string;
}

/** One of our packages: where it lies, its name and its entries. */
export interface WorkspacePackage {
  readonly folder: string;
  readonly name: string;
  readonly entries: readonly PackageEntry[];
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, { readonly source: string } | string>>;
}

/** Reads every package under `packages/` that is published. */
export function readPackages(root: string): readonly WorkspacePackage[] {
  return readdirSync(join(root, "packages")).flatMap((folder) => {
    const path = join(root, "packages", folder);
    const {
      name,
      exports,
      private: kept,
    }: Manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    if (kept === true) return [];
    // A subpath that leads to a plain file (a JSON Schema, say) has no names.
    const entries = Object.entries(exports).flatMap(([subpath, target]) => {
      if (typeof target === "string") return [];
      const { source } = target;
      return [
        { specifier: name + subpath.slice(1), ...findExports(readFileSync(join(path, source), "utf8")) },
      ];
    });
    return [{ folder, name, entries }];
  });
}
