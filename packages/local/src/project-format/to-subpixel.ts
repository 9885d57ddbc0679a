import * as v from "valibot";
import type { AnnotationFile } from "./annotation.ts";

const point = v.tuple([v.number(), v.number()]);
const rectangle = v.looseObject({
  geometryType: v.literal("rectangle"),
  points: v.looseObject({ exterior: v.tuple([point, point]) }),
});

/**
 * An annotation with its rectangles in edges instead of pixels: on disk the last row and column belong to a
 * rectangle, so its right and bottom edges lie one further.
 *
 * Source: platform fact, `integerCoords: false` of the annotation endpoints; other shapes are the same in both.
 */
export function toSubpixel(annotation: AnnotationFile): AnnotationFile {
  return { ...annotation, objects: annotation.objects.map(edges) };
}

function edges(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const parsed = v.safeParse(rectangle, object);
  if (!parsed.success) return object;
  const { points } = parsed.output;
  const [[x1, y1], [x2, y2]] = points.exterior;
  const exterior = [
    [Math.min(x1, x2), Math.min(y1, y2)],
    [Math.max(x1, x2) + 1, Math.max(y1, y2) + 1],
  ];
  return { ...object, points: { ...points, exterior } };
}
