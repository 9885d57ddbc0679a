import { existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isTrainyardError } from "@trainyard/core";
import { parseAsPyYaml, pyToJson } from "@trainyard/core/hyperparameters";
import * as v from "valibot";
import { ProjectFormatError } from "../project-format/format-error.ts";
import { imageEnding } from "../project-format/list-datasets.ts";
import type { FolderProject, ReadOptions } from "../project-format/read-project.ts";
import type { ForeignPart } from "./foreign-project.ts";
import { foreignProject } from "./foreign-project.ts";
import { LeftOut } from "./left-out.ts";
import { yoloObjects } from "./yolo-objects.ts";

const place = v.nullish(v.union([v.string(), v.array(v.string())]));
const config = v.looseObject({
  path: v.nullish(v.string()),
  train: place,
  val: place,
  valid: place,
  test: place,
  names: v.optional(v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())])),
  kpt_shape: v.optional(v.unknown()),
});
type Config = v.InferOutput<typeof config>;
const configNames = ["data.yaml", "data.yml", "dataset.yaml", "data_config.yaml"];

/** The configuration of a YOLO folder; undefined when there is none. */
export function yoloConfigOf(folder: string): string | undefined {
  return configNames.map((name) => join(folder, name)).find((file) => existsSync(file));
}

/**
 * Reads a YOLO folder: `data.yaml` with its names and parts (or `images/`, `labels/` and `classes.txt`), labels of boxes
 * and of polygons.
 *
 * @throws ProjectFormatError naming the file.
 * Source: the format as ultralytics documents it; the variants that labelling tools export.
 */
export async function readYolo(folder: string, options: ReadOptions = {}): Promise<FolderProject> {
  const root = resolve(folder);
  const file = yoloConfigOf(root);
  const said: Config = file === undefined ? {} : await readConfig(file);
  const names = namesOf(said) ?? (await classesOf(root));
  const leftOut = new LeftOut();
  const parts: ForeignPart[] = [];
  for (const [name, where] of partsOf(said, root)) {
    const images = (
      await Promise.all(where.map((one) => imagesAt(root, said.path ?? "", one, file ?? root)))
    ).flat();
    const known = new Set(images);
    parts.push({
      name,
      images: [...known].map((image) => ({
        file: image,
        objects: (facts) =>
          yoloObjects(
            { file: labelOf(image), shown: relative(root, labelOf(image)) },
            { names, hasKeypoints: said.kpt_shape !== undefined },
            facts,
            leftOut,
          ),
      })),
    });
  }
  return foreignProject(root, names, parts, leftOut, options);
}

async function readConfig(file: string): Promise<Config> {
  try {
    return v.parse(config, pyToJson(parseAsPyYaml(await readFile(file, "utf8"))));
  } catch (cause) {
    const why = isTrainyardError(cause) || cause instanceof v.ValiError ? cause.message : "it cannot be read";
    throw new ProjectFormatError(file, `this is no configuration of a YOLO data set: ${why}`);
  }
}

/** A list, or a mapping by number; numbers that are left out get a name of their own. */
function namesOf({ names }: Config): readonly string[] | undefined {
  if (names === undefined) return undefined;
  if (Array.isArray(names)) return names.map(String);
  const byNumber = new Map(Object.entries(names).map(([key, name]) => [Number(key), String(name)]));
  return Array.from(
    { length: Math.max(-1, ...byNumber.keys()) + 1 },
    (_, at) => byNumber.get(at) ?? `class ${at}`,
  );
}

async function classesOf(root: string): Promise<readonly string[]> {
  const file = ["classes.txt", "labels/classes.txt", "obj.names"]
    .map((name) => join(root, name))
    .find(existsSync);
  if (file === undefined)
    throw new ProjectFormatError(
      root,
      "its classes have no names. Add a data.yaml with names, or a classes.txt.",
    );
  return (await readFile(file, "utf8")).split(/\r?\n/).filter((line) => line.trim() !== "");
}

function partsOf(said: Config, root: string): readonly (readonly [string, readonly string[]])[] {
  const listed = [
    ["train", said.train],
    ["val", said.val ?? said.valid],
    ["test", said.test],
  ] as const;
  const named = listed.flatMap(([name, where]) =>
    where === undefined || where === null ? [] : [[name, [where].flat()] as const],
  );
  if (named.length > 0) return named;
  const inner = ["train", "val", "valid", "test"].filter((name) => existsSync(join(root, "images", name)));
  if (inner.length > 0) return inner.map((name) => [name === "valid" ? "val" : name, [join("images", name)]]);
  return [["images", ["images"]]];
}

/** The images of a place: a folder with all below it, or a text file that lists them. Nothing outside the root is read. */
async function imagesAt(root: string, base: string, place: string, said: string): Promise<readonly string[]> {
  const below = place.replace(/^(\.{1,2}[\\/])+/, "");
  const found = [join(base, place), place, join(base, below), below]
    .map((path) => (isAbsolute(path) ? path : join(root, path)))
    .find((path) => isWithin(root, path) && existsSync(path));
  if (found === undefined)
    throw new ProjectFormatError(
      said,
      `it names ${place}, which is not in ${root}. Put it there, or mend the path.`,
    );
  if (statSync(found).isFile()) return listed(root, found);
  const names = await readdir(found, { recursive: true });
  const images = names.filter((name) => imageEnding.test(name) && !/(^|[\\/])\./.test(name)).sort();
  return images.map((name) => join(found, name));
}

async function listed(root: string, list: string): Promise<readonly string[]> {
  const lines = (await readFile(list, "utf8")).split(/\r?\n/).map((line) => line.trim());
  return lines
    .filter((line) => line !== "")
    .flatMap((line) => {
      const file = [join(dirname(list), line), join(root, line), line].find(
        (path) => isWithin(root, path) && existsSync(path),
      );
      if (file === undefined)
        throw new ProjectFormatError(list, `it lists ${line}, which is not in ${root}.`);
      return [resolve(file)];
    });
}

function isWithin(root: string, path: string): boolean {
  const at = resolve(path);
  return at === root || at.startsWith(root + sep);
}

/** Labels lie as images do, in `labels` in place of the last `images`. */
function labelOf(image: string): string {
  const parts = image.split(sep);
  const at = parts.lastIndexOf("images");
  return (at < 0 ? image : [...parts.slice(0, at), "labels", ...parts.slice(at + 1)].join(sep)).replace(
    /\.[^.]+$/,
    ".txt",
  );
}
