import * as v from "valibot";
import { polygonObject, rectangleObject } from "./label-object.ts";
import type { LeftOut } from "./left-out.ts";

const four = v.tuple([v.number(), v.number(), v.number(), v.number()]);
const annotation = v.looseObject({
  bbox: v.fallback(v.optional(four), undefined),
  segmentation: v.optional(v.unknown()),
  iscrowd: v.optional(v.unknown()),
  keypoints: v.optional(v.unknown()),
});
const polygons = v.pipe(v.array(v.pipe(v.array(v.number()), v.minLength(6))), v.minLength(1));

/** The objects of an image: its polygons where it has such, else its box. */
export function cocoObjects(
  given: readonly { readonly category_id: number | string }[],
  titles: ReadonlyMap<number | string, string>,
  image: { readonly width: number; readonly height: number },
  leftOut: LeftOut,
  where: string,
): readonly Readonly<Record<string, unknown>>[] {
  return given.flatMap((one) => {
    const title = titles.get(one.category_id);
    const parsed = v.safeParse(annotation, one);
    if (title === undefined || !parsed.success) {
      leftOut.add("annotations of a category that there is not", where);
      return [];
    }
    const { bbox, segmentation, iscrowd, keypoints } = parsed.output;
    if (iscrowd === 1 || iscrowd === true) {
      leftOut.add("crowds", where);
      return [];
    }
    if (keypoints !== undefined) leftOut.add("objects' keypoints", where);
    const drawn = v.safeParse(polygons, segmentation);
    const shapes = drawn.success
      ? drawn.output.map((flat) => polygonObject(title, corners(flat), image))
      : [];
    const kept = shapes.filter((shape) => shape !== undefined);
    if (kept.length > 0) return kept;
    const isMask = typeof segmentation === "object" && segmentation !== null && !Array.isArray(segmentation);
    if (isMask) leftOut.add("masks in run lengths, of which the box is kept", where);
    if (bbox === undefined || bbox[2] <= 0 || bbox[3] <= 0) {
      leftOut.add("annotations without an area", where);
      return [];
    }
    const [x, y, w, h] = bbox;
    return [rectangleObject(title, [x, y, x + w - 1, y + h - 1], image)];
  });
}

function corners(flat: readonly number[]): readonly (readonly [number, number])[] {
  return Array.from(
    { length: Math.floor(flat.length / 2) },
    (_, at) => [flat[2 * at] ?? 0, flat[2 * at + 1] ?? 0] as const,
  );
}
