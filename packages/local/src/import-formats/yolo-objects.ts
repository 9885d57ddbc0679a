import { readFile } from "node:fs/promises";
import { ProjectFormatError } from "../project-format/format-error.ts";
import { polygonObject, rectangleObject } from "./label-object.ts";
import type { LeftOut } from "./left-out.ts";

/**
 * The objects of a label file: a line each, `class x y width height` as parts of the image, or `class x1 y1 x2 y2 …` for
 * a polygon. An image without a file has none.
 */
export async function yoloObjects(
  label: { readonly file: string; readonly shown: string },
  { names, hasKeypoints }: { readonly names: readonly string[]; readonly hasKeypoints: boolean },
  image: { readonly width: number; readonly height: number },
  leftOut: LeftOut,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const text = await readFile(label.file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new ProjectFormatError(label.file, `the labels cannot be read (${error.code}).`);
  });
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === "") return [];
    const where = `${label.shown}, line ${at + 1}`;
    const [index = Number.NaN, ...numbers] = line.trim().split(/\s+/).map(Number);
    if (![index, ...numbers].every(Number.isFinite) || numbers.length < 4) {
      leftOut.add("lines that are no label", where);
      return [];
    }
    const title = names[index];
    if (title === undefined) {
      leftOut.add("labels of a class that has no name", where);
      return [];
    }
    const isPolygon = !hasKeypoints && numbers.length >= 6 && numbers.length % 2 === 0;
    if (!isPolygon && numbers.length > 4)
      leftOut.add(hasKeypoints ? "objects' keypoints" : "numbers after a box", where);
    const object = isPolygon ? polygonOf(title, numbers, image) : boxOf(title, numbers, image);
    if (object !== undefined) return [object];
    leftOut.add("labels without an area", where);
    return [];
  });
}

function boxOf(
  title: string,
  numbers: readonly number[],
  { width, height }: Parameters<typeof rectangleObject>[2],
) {
  const [x = 0, y = 0, w = 0, h = 0] = numbers;
  if (w <= 0 || h <= 0) return undefined;
  const box = [
    (x - w / 2) * width,
    (y - h / 2) * height,
    (x + w / 2) * width - 1,
    (y + h / 2) * height - 1,
  ] as const;
  return rectangleObject(title, box, { width, height });
}

function polygonOf(
  title: string,
  numbers: readonly number[],
  { width, height }: Parameters<typeof polygonObject>[2],
) {
  const corners = Array.from({ length: numbers.length / 2 }, (_, at) => {
    const [x = 0, y = 0] = numbers.slice(2 * at, 2 * at + 2);
    return [x * width, y * height] as const;
  });
  return polygonObject(title, corners, { width, height });
}
