import type { ArchitectureLaw } from "./law.ts";
import { ROOT_FILES } from "./law.ts";
import { resolveImport } from "./resolve-import.ts";
import type { SourceFile, SourceTree, SourceUnit } from "./source-tree.ts";

/** Folders import only downward; every folder is named by the law. Tests may set up from anywhere in their package. */
export function checkFolderOrder(tree: SourceTree, law: ArchitectureLaw): readonly string[] {
  return [...tree.values()].flatMap((unit) =>
    housesOf(unit, law).flatMap((house) => {
      const inside = unit.files.filter(({ path }) => path.startsWith(`${house.path}/`));
      const unknown = [...new Set(inside.map((file) => folderIn(house, file.path)))]
        .filter((folder) => layerOf(house, folder) < 0)
        .map((folder) => `${house.path}/${folder} is a folder the law does not name; give it a layer`);
      const upward = inside
        .filter((file) => !file.isTest)
        .flatMap((file) => upwardImports(tree, house, file));
      return [...unknown, ...upward];
    }),
  );
}

/** A folder whose own folders lie in layers. */
interface House {
  readonly path: string;
  readonly layers: readonly (readonly string[])[];
}

function housesOf(unit: SourceUnit, law: ArchitectureLaw): readonly House[] {
  const { layers, within = {} } = law.units[unit.path] ?? {};
  const source = unit.path.startsWith("packages/") ? `${unit.path}/src` : unit.path;
  return [
    ...(layers === undefined ? [] : [{ path: source, layers }]),
    ...Object.entries(within).map(([folder, inner]) => ({ path: `${source}/${folder}`, layers: inner })),
  ];
}

function folderIn(house: House, path: string): string {
  const parts = path.slice(house.path.length + 1).split("/");
  return parts.length > 1 ? (parts[0] ?? ROOT_FILES) : ROOT_FILES;
}

function layerOf({ layers }: House, folder: string): number {
  return layers.findIndex((layer) => layer.includes(folder));
}

function upwardImports(tree: SourceTree, house: House, file: SourceFile): readonly string[] {
  const from = folderIn(house, file.path);
  return file.imports.flatMap(({ specifier, line }) => {
    const target = resolveImport(tree, file, specifier);
    if (target === undefined || !target.startsWith(`${house.path}/`)) return [];
    const to = folderIn(house, target);
    if (to === from || layerOf(house, to) < layerOf(house, from)) return [];
    return [
      `${file.path}:${line} ${place(from)} may not import ${place(to)} (${specifier}); folders import downward`,
    ];
  });
}

function place(folder: string): string {
  return folder === ROOT_FILES ? "a root file" : `${folder}/`;
}
