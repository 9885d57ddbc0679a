import { inflateSync } from "node:zlib";
import * as v from "valibot";
import type { Box } from "./sample.ts";

const point = v.tuple([v.number(), v.number()]);
const figure = v.variant("geometryType", [
  v.looseObject({
    geometryType: v.picklist(["rectangle", "polygon"]),
    classTitle: v.string(),
    points: v.looseObject({ exterior: v.pipe(v.array(point), v.minLength(2)) }),
  }),
  v.looseObject({
    geometryType: v.literal("bitmap"),
    classTitle: v.string(),
    bitmap: v.looseObject({ origin: point, data: v.string() }),
  }),
]);

/**
 * The boxes of an annotation, for the classes that are trained: rectangles as they are, polygons and bitmaps
 * by the box around them. Other shapes have no box and are left out.
 *
 * Source: platform fact, Supervisely's JSON format; a bitmap is a compressed PNG cropped to its mask.
 */
export function readBoxes(
  objects: readonly Readonly<Record<string, unknown>>[],
  classes: readonly string[],
  image: { readonly width: number; readonly height: number },
): readonly Box[] {
  return objects.flatMap((object) => {
    const parsed = v.safeParse(figure, object);
    const classIndex = parsed.success ? classes.indexOf(parsed.output.classTitle) : -1;
    if (!parsed.success || classIndex < 0) return [];
    const [x1, y1, x2, y2] =
      parsed.output.geometryType === "bitmap"
        ? aroundBitmap(parsed.output.bitmap)
        : around(parsed.output.points.exterior);
    return [
      {
        classIndex,
        x1: part(x1, image.width),
        y1: part(y1, image.height),
        x2: part(x2, image.width),
        y2: part(y2, image.height),
      },
    ];
  });
}

function around(points: readonly (readonly [number, number])[]): [number, number, number, number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1];
}

/** A PNG's size stands at bytes 16 to 23. */
function aroundBitmap({
  origin,
  data,
}: {
  origin: readonly [number, number];
  data: string;
}): [number, number, number, number] {
  const png = inflateSync(Buffer.from(data, "base64"), { maxOutputLength: 64 * 2 ** 20 });
  const [x, y] = origin;
  return [x, y, x + png.readUInt32BE(16), y + png.readUInt32BE(20)];
}

function part(value: number, of: number): number {
  return Math.min(1, Math.max(0, value / of));
}
