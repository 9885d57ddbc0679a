import { inflateSync } from "node:zlib";
import * as v from "valibot";
import { ProjectFormatError } from "./format-error.ts";

const point = v.tuple([v.number(), v.number()]);
const points = (least: number, what: string) =>
  v.looseObject({ points: v.looseObject({ exterior: v.pipe(v.array(point), v.minLength(least, what)) }) });
const forms: Readonly<Record<string, v.GenericSchema>> = {
  rectangle: points(2, "a rectangle has two corners"),
  polygon: points(3, "a polygon has at least three corners"),
  polyline: points(1, "a line has points"),
  point: points(1, "a point has a place"),
  bitmap: v.looseObject({ bitmap: v.looseObject({ origin: point, data: v.string() }) }),
};
const pngSignature = "89504e470d0a1a0a";
const maxMaskBytes = 64 * 2 ** 20;

/**
 * Holds each object's drawing against its form, and unpacks each mask: what a training would only meet hours later.
 *
 * @throws ProjectFormatError naming the file and the object.
 */
export function checkFigures(file: string, objects: readonly Readonly<Record<string, unknown>>[]): void {
  for (const [at, object] of objects.entries()) {
    const { geometryType, classTitle, id } = object;
    const form = forms[String(geometryType)];
    if (form === undefined) continue;
    const which = `object ${at + 1}${id === undefined ? "" : ` (id ${id})`}, a ${geometryType} of ${JSON.stringify(classTitle)}`;
    const read = v.safeParse(form, object);
    const why = read.success ? maskProblem(object) : wrongPlace(read.issues[0]);
    if (why !== undefined)
      throw new ProjectFormatError(file, `${which}: ${why}. Draw it anew, or export the project again.`);
  }
}

function wrongPlace(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? "its form"}: ${issue.message}`;
}

/** Source: platform fact, a bitmap is a PNG of its mask, deflated by zlib, in base64. */
function maskProblem({ geometryType, bitmap }: Readonly<Record<string, unknown>>): string | undefined {
  if (geometryType !== "bitmap" || typeof bitmap !== "object" || bitmap === null || !("data" in bitmap))
    return undefined;
  const text = String(bitmap.data);
  if (!/^[A-Za-z0-9+/]+={0,2}\s*$/.test(text)) return "its mask is no base64";
  let png: Buffer;
  try {
    png = inflateSync(Buffer.from(text, "base64"), { maxOutputLength: maxMaskBytes });
  } catch {
    return "its mask cannot be unpacked: it is no zlib data";
  }
  const isPng = png.length >= 33 && png.subarray(0, 8).toString("hex") === pngSignature;
  if (!isPng || png.readUInt32BE(16) === 0 || png.readUInt32BE(20) === 0) return "its mask is no PNG";
  return png.includes("IEND", png.length - 12) ? undefined : "the PNG of its mask was cut off";
}
