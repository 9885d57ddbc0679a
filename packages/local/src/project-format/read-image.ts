import { readFile } from "node:fs/promises";
import { openImage } from "@trainyard/rehearsal";
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
 * Decodes an image to the last pixel, which is what finds a file that was cut off. Its content says what it is, and not
 * its ending.
 *
 * @throws ProjectFormatError naming the file.
 */
export async function readImage(file: string): Promise<ImageFacts> {
  try {
    const bytes = await readFile(file);
    const { pixels, format, width, height } = await openImage(bytes);
    await pixels.raw().toBuffer();
    return { width, height, mime: `image/${format}`, size: bytes.length };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : "unknown";
    throw new ProjectFormatError(file, `the image cannot be decoded (${why}). Replace or remove it.`);
  }
}
