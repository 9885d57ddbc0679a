import { inputSize } from "../network/network.ts";
import { openImage } from "./open-image.ts";

/**
 * Decodes an image and brings it to the network's size, [3, 64, 64] in 0..1. Sides are scaled apart,
 * so boxes in parts of the image stay right.
 *
 * @throws Error naming the image when it cannot be decoded.
 */
export async function loadPixels(name: string, bytes: Uint8Array): Promise<Float32Array> {
  const decoded = await openImage(bytes)
    .then(({ pixels }) =>
      pixels
        .resize(inputSize, inputSize, { fit: "fill" })
        .toColourspace("srgb")
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true }),
    )
    .catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message.split("\n")[0] : "unknown";
      throw new Error(`The image ${name} cannot be decoded (${why}). Replace or remove it.`);
    });
  const { data, info } = decoded;
  const area = inputSize * inputSize;
  const pixels = new Float32Array(3 * area);
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0; i < area; i++)
      pixels[channel * area + i] =
        (data[i * info.channels + Math.min(channel, info.channels - 1)] ?? 0) / 255;
  return pixels;
}
