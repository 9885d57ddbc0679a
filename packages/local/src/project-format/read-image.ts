import { stat } from "node:fs/promises";
import sharp from "sharp";
import { ProjectFormatError } from "./format-error.ts";

/** What an image's own bytes say of it. */
export interface ImageFacts {
  /** Pixels, as it is shown: a photo may say of itself that it lies on its side. */
  readonly width: number;
  readonly height: number;
  /** E.g. `image/jpeg`. */
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Decodes an image to the last pixel, which is what finds a file that was cut off.
 *
 * @throws ProjectFormatError naming the file.
 */
export async function readImage(file: string): Promise<ImageFacts> {
  try {
    const { size } = await stat(file);
    const image = sharp(file, { failOn: "error", limitInputPixels: 2 ** 28 });
    const { autoOrient, format } = await image.metadata();
    await image.stats();
    const { width, height } = autoOrient;
    return { width, height, mime: `image/${format}`, size };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : "unknown";
    throw new ProjectFormatError(file, `the image cannot be decoded (${why}). Replace or remove it.`);
  }
}
