import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BlankedText, blankText } from "./blank-text.ts";
import { findImports, type ImportSite } from "./find-imports.ts";
import { type ArchitectureLaw, ROOT_FILES } from "./law.ts";

/** One TypeScript file of a unit, read once for all laws. Paths are from the repository root, with slashes. */
export interface SourceFile extends BlankedText {
  readonly path: string;
  readonly unit: string;
  /** First folder under `src`, or `ROOT_FILES`. */
  readonly folder: string;
  readonly isTest: boolean;
  readonly isGenerated: boolean;
  readonly lines: number;
  readonly imports: readonly ImportSite[];
}

/** A workspace folder: its files and what its package.json declares. */
export interface SourceUnit {
  readonly path: string;
  readonly files: readonly SourceFile[];
  readonly dependencies: ReadonlySet<string>;
  /** `dependencies` and `devDependencies`, with those of the workspace root: what a test may import. */
  readonly testDependencies: ReadonlySet<string>;
  /** Specifier as written by an importer (`@scope/name/sub`) to the source file it stands for. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Every unit of the law that exists under `root`. */
export type SourceTree = ReadonlyMap<string, SourceUnit>;

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, { readonly source?: string }>>;
}

/** Reads the folders the law names; folders that are not there are left out. */
export function readSourceTree(root: string, law: ArchitectureLaw): SourceTree {
  const rootManifest = readManifest(root);
  const units = new Map<string, SourceUnit>();
  for (const unit of Object.keys(law.units)) {
    if (existsSync(join(root, unit))) units.set(unit, readUnit(root, unit, rootManifest));
  }
  return units;
}

function readUnit(root: string, unit: string, rootManifest: Manifest): SourceUnit {
  const isPackage = unit.startsWith("packages/");
  const own = existsSync(join(root, unit, "package.json"));
  const manifest = own ? readManifest(join(root, unit)) : rootManifest;
  const runtime = { ...manifest.dependencies, ...manifest.peerDependencies };
  const dev = { ...runtime, ...manifest.devDependencies, ...rootManifest.devDependencies };
  const files = listTypeScript(root, isPackage ? `${unit}/src` : unit).map((path) =>
    readSource(root, unit, path),
  );
  return {
    path: unit,
    files,
    dependencies: new Set(Object.keys(isPackage ? runtime : dev)),
    testDependencies: new Set(Object.keys(dev)),
    entries: new Map(isPackage ? entriesOf(unit, manifest) : []),
  };
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

function entriesOf(unit: string, { name = unit, exports = {} }: Manifest): readonly [string, string][] {
  return Object.entries(exports).flatMap(([subpath, { source }]): [string, string][] =>
    source === undefined ? [] : [[name + subpath.slice(1), `${unit}/${source.replace("./", "")}`]],
  );
}

function listTypeScript(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : listTypeScript(root, path);
    return /\.[cm]?tsx?$/.test(entry.name) ? [path] : [];
  });
}

const skippedFolders: ReadonlySet<string> = new Set(["node_modules", "dist", "fixtures"]);

function readSource(root: string, unit: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const blanked = blankText(text);
  const inside = path.slice(`${unit}/${unit.startsWith("packages/") ? "src/" : ""}`.length).split("/");
  return {
    ...blanked,
    path,
    unit,
    folder: inside.length > 1 ? (inside[0] ?? ROOT_FILES) : ROOT_FILES,
    isTest: /\.test(?:-d)?\.ts$/.test(path),
    isGenerated: text.startsWith("// Generated"),
    lines: text === "" ? 0 : text.replace(/\n$/, "").split("\n").length,
    imports: findImports(blanked),
  };
}
