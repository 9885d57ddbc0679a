import type { ArchitectureLaw } from "./law.ts";
import { resolveImport } from "./resolve-import.ts";
import type { SourceFile, SourceTree } from "./source-tree.ts";

/** Folders import only downward; every folder is named by the law. Tests may set up from anywhere in their package. */
export function checkFolderOrder(tree: SourceTree, law: ArchitectureLaw): readonly string[] {
  return [...tree.values()].flatMap((unit) => {
    const layers = law.units[unit.path]?.layers;
    if (layers === undefined) return [];
    const byPath = new Map(unit.files.map((file) => [file.path, file]));
    const unknown = [...new Set(unit.files.map((file) => file.folder))]
      .filter((folder) => layerOf(layers, folder) < 0)
      .map((folder) => `${unit.path}/src/${folder} is a folder the law does not name; give it a layer`);
    const upward = unit.files
      .filter((file) => !file.isTest)
      .flatMap((file) => upwardImports(tree, layers, byPath, file));
    return [...unknown, ...upward];
  });
}

type Layers = readonly (readonly string[])[];

function layerOf(layers: Layers, folder: string): number {
  return layers.findIndex((layer) => layer.includes(folder));
}

function upwardImports(
  tree: SourceTree,
  layers: Layers,
  byPath: ReadonlyMap<string, SourceFile>,
  file: SourceFile,
): readonly string[] {
  return file.imports.flatMap(({ specifier, line }) => {
    const target = byPath.get(resolveImport(tree, file, specifier) ?? "");
    if (target === undefined || target.folder === file.folder) return [];
    if (layerOf(layers, target.folder) < layerOf(layers, file.folder)) return [];
    return [
      `${file.path}:${line} ${place(file)} may not import ${place(target)} (${specifier}); folders import downward`,
    ];
  });
}

function place({ folder }: SourceFile): string {
  return folder === "." ? "a root file" : `${folder}/`;
}
