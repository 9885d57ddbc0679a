/** A box in parts of the image's width and height, 0..1. */
export interface Box {
  readonly classIndex: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** A group of objects that nobody told apart: finding it counts neither for nor against. */
  readonly crowd?: boolean;
}
/** An image as the network takes it, with its true boxes. */
export interface Sample {
  readonly name: string;
  /** [3, 64, 64], 0..1. */
  readonly pixels: Float32Array;
  readonly boxes: readonly Box[];
}
