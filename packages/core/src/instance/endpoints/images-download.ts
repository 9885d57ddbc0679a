import type { Caller, CallOptions } from "../caller.ts";

/** The bytes of an image as it was imported. Source: platform fact, `images.download`. */
export function imagesDownload(
  instance: Caller,
  id: number,
  options?: CallOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  return instance.download("images.download", { id }, options);
}
