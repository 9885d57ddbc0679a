import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** "Did you mean" the project folders inside or above a folder that is none; undefined when there are none. */
export function nearbyProject(folder: string): string | undefined {
  const found = [...inside(folder), ...above(folder)].slice(0, 3);
  return found.length === 0 ? undefined : `Did you mean ${found.join(" or ")}?`;
}

function inside(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isProject(join(folder, entry.name)))
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}

/** A dataset, or its images' folder, was named in place of its project. */
function above(folder: string): readonly string[] {
  const one = dirname(folder);
  return [one, dirname(one)]
    .filter((path, at, all) => all.indexOf(path) === at && isProject(path))
    .slice(0, 1);
}

/** A project of Supervisely's, a YOLO folder, or one with COCO's files. */
function isProject(folder: string): boolean {
  const has = (...names: string[]) => names.every((name) => existsSync(join(folder, name)));
  if (has("meta.json") || has("data.yaml") || has("data.yml") || has("images", "labels")) return true;
  if (!has("annotations")) return false;
  try {
    return readdirSync(join(folder, "annotations")).some((name) => /^instances.*\.json$/i.test(name));
  } catch {
    return false;
  }
}
