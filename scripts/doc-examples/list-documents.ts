import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The files whose examples are checked: package sources, the guides and every README. Paths are from the root. */
export function listDocuments(root: string): readonly string[] {
  const packages = listFolder(root, "packages").filter(
    (path) => !path.slice("packages/".length).includes("/"),
  );
  return [
    ...markdownIn(root, "."),
    ...markdownIn(root, "docs"),
    ...markdownIn(root, "docs/guides"),
    ...["examples", "test", ...packages].flatMap((folder) => markdownIn(root, folder)),
    ...packages.flatMap((folder) => listDeep(root, `${folder}/src`)).filter(isSource),
  ];
}

function isSource(path: string): boolean {
  return path.endsWith(".ts") && !/\.test(?:-d)?\.ts$/.test(path);
}

function markdownIn(root: string, folder: string): readonly string[] {
  return listFolder(root, folder).filter((path) => path.endsWith(".md"));
}

function listFolder(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).map((name) => (folder === "." ? name : `${folder}/${name}`));
}

function listDeep(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listDeep(root, path) : [path];
  });
}
