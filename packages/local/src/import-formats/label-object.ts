type Point = readonly [number, number];
type LabelObject = Readonly<Record<string, unknown>>;

/** A box as an object of an annotation, in pixels, cut to its image. Source: platform fact, Supervisely's JSON format. */
export function rectangleObject(
  classTitle: string,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  image: { readonly width: number; readonly height: number },
): LabelObject {
  const x = (value: number) => within(value, image.width - 1);
  const y = (value: number) => within(value, image.height - 1);
  const points = {
    exterior: [
      [x(x1), y(y1)],
      [x(x2), y(y2)],
    ],
    interior: [],
  };
  return { classTitle, geometryType: "rectangle", points, tags: [] };
}

/** The same of a polygon; undefined when fewer than three corners are left of it. */
export function polygonObject(
  classTitle: string,
  corners: readonly Point[],
  image: { readonly width: number; readonly height: number },
): LabelObject | undefined {
  const exterior = corners.map(([x, y]) => [within(x, image.width - 1), within(y, image.height - 1)]);
  if (new Set(exterior.map(String)).size < 3) return undefined;
  return { classTitle, geometryType: "polygon", points: { exterior, interior: [] }, tags: [] };
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)));
}
