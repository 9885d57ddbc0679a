/** The id of an object whose annotation gives it none: by its image and its place there. */
export function objectId(imageId: number, at: number): number {
  return imageId * 10_000 + at + 1;
}
