import { html } from "hono/html";
import sharp from "sharp";
import type { Box } from "../data/sample.ts";
import type { Detection } from "../detect/detections.ts";
import { confusion } from "./confusion.ts";
import type { Html } from "./html.ts";

/** An image of the val set, with what is in it and what was found. */
export interface Example {
  readonly name: string;
  /** Path of the image file. */
  readonly file: string;
  readonly truth: readonly Box[];
  readonly found: readonly Detection[];
}

/** How many pictures a report shows, and their width in pixels. */
const most = 12;
const width = 480;
/** Of an image, the surest boxes are drawn and named. */
const mostBoxes = 12;

/** Images with their boxes: those with the most mistakes first, then others. True boxes are dashed. */
export async function examplePictures(
  examples: readonly Example[],
  names: readonly string[],
  confidence: number,
): Promise<readonly Html[]> {
  const kept = examples.map((example) => ({
    ...example,
    found: example.found.filter((box) => box.confidence >= confidence),
  }));
  const mistakes = (example: Example) =>
    confusion([example], names.length, confidence)
      .flatMap((cells, row) => cells.filter((_, column) => column !== row))
      .reduce((sum, boxes) => sum + boxes, 0);
  const shown = kept
    .map((example) => ({ example, off: mistakes(example) }))
    .sort((a, b) => b.off - a.off)
    .slice(0, most)
    .map(({ example }) => example);
  return Promise.all(shown.map((example) => picture(example, names)));
}

async function picture({ name, file, truth, found }: Example, names: readonly string[]): Promise<Html> {
  // Drawn as trained: EXIF's turn is not applied, since boxes are in the file's own pixels.
  const { data, info } = await sharp(file, { limitInputPixels: 2 ** 28 })
    .resize({ width, height: width, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .jpeg({ quality: 72 })
    .toBuffer({ resolveWithObject: true });
  const rect = (box: Box, style: string) => {
    const [x, y] = [box.x1 * info.width, box.y1 * info.height].map(tenth);
    const [w, h] = [(box.x2 - box.x1) * info.width, (box.y2 - box.y1) * info.height].map(tenth);
    return html`<rect class="${style}" x="${x}" y="${y}" width="${w}" height="${h}"/>`;
  };
  const label = (box: Detection) => `${names[box.classIndex] ?? ""} ${Math.round(box.confidence * 100)} %`;
  const drawn = found.slice(0, mostBoxes);
  const more = found.length > mostBoxes ? ` and ${found.length - mostBoxes} less sure` : "";
  const said = found.length === 0 ? "nothing found" : drawn.map(label).join(", ") + more;
  return html`<figure><svg class="shot" viewBox="0 0 ${info.width} ${info.height}" role="img" aria-label="${name}: ${said}">
<image href="data:image/jpeg;base64,${data.toString("base64")}" width="${info.width}" height="${info.height}"/>
${truth.map((box) => html`${rect(box, "under")}${rect(box, "truth")}`)}${drawn.map((box) => html`${rect(box, "under")}${rect(box, `c${box.classIndex % 8}`)}`)}
</svg><figcaption><span class="name"><bdi>${name}</bdi></span> – ${truth.length} there; ${said}</figcaption></figure>`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
