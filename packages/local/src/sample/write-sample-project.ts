import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawScene, sceneClasses, sceneSize, seededRandom } from "@trainyard/rehearsal";
import sharp from "sharp";

/** What the sample holds. */
export interface SampleOptions {
  /** Default 48; each fourth is tagged `val`. */
  readonly images?: number;
  /** The same seed gives the same files. */
  readonly seed?: number;
}

/**
 * Writes a small project in Supervisely's on-disk format: drawn scenes with boxes of cars, trees and houses,
 * tagged `train` and `val`.
 *
 * @example
 * ```ts
 * import { writeSampleProject } from "@trainyard/local";
 * await writeSampleProject("./scenes", { images: 24 });
 * ```
 */
export async function writeSampleProject(
  folder: string,
  { images = 48, seed = 7 }: SampleOptions = {},
): Promise<void> {
  const random = seededRandom(seed);
  const dataset = join(folder, "scenes");
  await mkdir(join(dataset, "img"), { recursive: true });
  await mkdir(join(dataset, "ann"), { recursive: true });
  const tag = (name: string, color: string) => ({ name, color, value_type: "none" });
  const meta = {
    projectType: "images",
    classes: sceneClasses.map(({ title, color }) => ({
      title,
      color,
      shape: "rectangle",
      geometry_config: {},
      hotkey: "",
    })),
    tags: [tag("train", "#1E88E5"), tag("val", "#FB8C00")],
  };
  await writeFile(join(folder, "meta.json"), JSON.stringify(meta, null, 1));
  for (let at = 0; at < images; at++) {
    const name = `scene-${String(at + 1).padStart(3, "0")}.png`;
    const { svg, objects } = drawScene(random);
    await sharp(Buffer.from(svg))
      .removeAlpha()
      .png()
      .toFile(join(dataset, "img", name));
    const annotation = {
      description: "",
      size: sceneSize,
      tags: [{ name: at % 4 === 3 ? "val" : "train", value: null }],
      objects: objects.map(({ className, left, top, right, bottom }) => ({
        classTitle: className,
        geometryType: "rectangle",
        description: "",
        tags: [],
        points: {
          exterior: [
            [left, top],
            [right, bottom],
          ],
          interior: [],
        },
      })),
    };
    await writeFile(join(dataset, "ann", `${name}.json`), JSON.stringify(annotation));
  }
}
