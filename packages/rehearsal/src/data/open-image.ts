import { decode } from "bmp-ts";
import type { Sharp } from "sharp";
import sharp from "sharp";

/** Pixels that an image may have. */
const maxPixels = 2 ** 28;

/** An image that can be decoded, what its content is, and its size as it is stored. */
export interface OpenedImage {
  readonly pixels: Sharp;
  /** E.g. `jpeg`, whatever the file's ending says. */
  readonly format: string;
  /** Pixels, as it is shown: a photo may say of itself that it lies on its side. */
  readonly width: number;
  readonly height: number;
}

/**
 * Opens an image by its content: what libvips reads, and BMP.
 *
 * @throws Error with the reason, and how to mend it where the format is one that is not read.
 */
export async function openImage(bytes: Uint8Array): Promise<OpenedImage> {
  const refused = unreadable(bytes);
  if (refused !== undefined) throw new Error(refused);
  if (bytes[0] === 0x42 && bytes[1] === 0x4d) return openBitmap(Buffer.from(bytes));
  const pixels = sharp(bytes, { failOn: "error", limitInputPixels: maxPixels, sequentialRead: true });
  const { autoOrient, format } = await pixels.metadata();
  return { pixels, format: format === "heif" ? "avif" : format, ...autoOrient };
}

/** libvips has no BMP. */
function openBitmap(bytes: Buffer): OpenedImage {
  const [width, height] =
    bytes.length < 26 ? [0, 0] : [bytes.readInt32LE(18), Math.abs(bytes.readInt32LE(22))];
  if (width <= 0 || height <= 0 || width * height > maxPixels) throw new Error("a BMP of no possible size");
  const { data } = decode(bytes, { toRGBA: true });
  if (data.length < width * height * 4) throw new Error("a BMP that was cut off");
  const pixels = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  return { pixels, format: "bmp", width, height };
}

/** Why the content cannot be read here, though the platform takes it. */
function unreadable(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 32)).toString("latin1");
  if (head.startsWith("NRRD")) return "NRRD is not read here: convert it to PNG or TIFF";
  if (/^.{4}ftyp(hei[cxms]|hev[cxms]|mif1)/s.test(head) && !head.includes("avif"))
    return "HEIC is not read here, for its decoder needs a licence: convert it to JPEG";
  return undefined;
}
