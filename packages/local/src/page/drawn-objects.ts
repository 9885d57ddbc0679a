import { inflateSync } from "node:zlib";
import sharp from "sharp";
import * as v from "valibot";
import type { AnnotationFile } from "../project-format/annotation.ts";
import type { PageObject } from "./page-data.ts";

const point = v.tuple([v.number(), v.number()]);
const points = v.looseObject({ exterior: v.array(point), interior: v.optional(v.array(v.array(point)), []) });
const object = v.looseObject({
  classTitle: v.optional(v.string(), ""),
  geometryType: v.optional(v.string(), ""),
  points: v.optional(points),
  bitmap: v.optional(v.looseObject({ origin: point, data: v.string() })),
});
const maxMaskBytes = 64 * 2 ** 20;
/** Objects of an image that are drawn. */
const most = 500;

/** The objects of an image as a page draws them: outlines, lines, points, and masks as coloured pictures. */
export async function drawnObjects(
  annotation: AnnotationFile,
  colors: ReadonlyMap<string, string>,
): Promise<readonly PageObject[]> {
  const drawn = await Promise.all(
    annotation.objects.slice(0, most).map(async (given): Promise<PageObject | undefined> => {
      const read = v.safeParse(object, given);
      if (!read.success) return undefined;
      const { classTitle: title, geometryType, points: at, bitmap } = read.output;
      const color = colors.get(title) ?? "#888888";
      if (geometryType === "bitmap" && bitmap !== undefined) return mask(title, color, bitmap);
      if (at === undefined) return undefined;
      if (geometryType === "rectangle") {
        const [[left, top] = [0, 0], [right, bottom] = [0, 0]] = at.exterior;
        const corners = [
          [left, top],
          [right, top],
          [right, bottom],
          [left, bottom],
        ] as const;
        return { title, color, points: corners, holes: [], kind: "area" };
      }
      const kind = geometryType === "polygon" ? "area" : geometryType === "point" ? "point" : "line";
      return { title, color, points: at.exterior, holes: at.interior, kind };
    }),
  );
  return drawn.filter((one) => one !== undefined);
}

/** Source: platform fact, a bitmap is a PNG of its mask, deflated, in base64, with its corner's place. */
async function mask(
  title: string,
  color: string,
  { origin: [x, y], data }: { readonly origin: readonly [number, number]; readonly data: string },
): Promise<PageObject | undefined> {
  try {
    const png = inflateSync(Buffer.from(data, "base64"), { maxOutputLength: maxMaskBytes });
    const { hasAlpha, width, height } = await sharp(png).metadata();
    // Exported masks are grey or carry the mask in their alpha.
    const alpha = sharp(png);
    const plane = await (hasAlpha ? alpha.extractChannel("alpha") : alpha.extractChannel(0))
      .threshold(1)
      .raw()
      .toBuffer();
    const picture = await sharp({ create: { width, height, channels: 3, background: color } })
      .joinChannel(plane, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer();
    const url = `data:image/png;base64,${picture.toString("base64")}`;
    return { title, color, points: [], holes: [], kind: "mask", mask: { url, x, y, width, height } };
  } catch {
    return undefined;
  }
}
