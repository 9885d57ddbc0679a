import type { ConvShape } from "./conv.ts";
import { Conv } from "./conv.ts";
import { seededRandom } from "./seeded-random.ts";

/** Side of the input image in pixels. */
export const inputSize = 64;
/** Side of the grid of cells that each predict one object. */
export const gridSize = 8;
/** Values per cell before the classes: objectness, centre x and y in the cell, width and height of the image. */
export const boxValues = 5;

/** The layers of the rehearsal network for a number of classes. */
function layerShapes(classes: number): readonly ConvShape[] {
  const layer = (inputs: number, outputs: number, size: number, stride: number): ConvShape => ({
    inputs,
    outputs,
    kernel: 3,
    stride,
    size,
    rectified: true,
  });
  return [
    layer(3, 8, 64, 2),
    layer(8, 16, 32, 2),
    layer(16, 24, 16, 2),
    layer(24, 24, 8, 1),
    { inputs: 24, outputs: boxValues + classes, kernel: 1, stride: 1, size: gridSize, rectified: false },
  ];
}

/**
 * The small convolutional detector that stands in for the real model in a rehearsal.
 * Input [3, 64, 64] in 0..1; output [5 + classes, 8, 8] in 0..1.
 */
export class Network {
  readonly classes: readonly string[];
  readonly layers: readonly Conv[];
  /** The last output. */
  readonly output: Float32Array;
  #inputs: readonly Float32Array[] = [];

  constructor(classes: readonly string[], seed: number) {
    const random = seededRandom(seed);
    this.classes = classes;
    this.layers = layerShapes(classes.length).map((shape) => new Conv(shape, random));
    const head = this.layers.at(-1);
    if (head === undefined) throw new Error("A network has layers.");
    // Few cells hold an object, so the first guess is "none".
    head.bias[0] = -3;
    this.output = new Float32Array(head.output.length);
  }

  forward(pixels: Float32Array): Float32Array {
    const inputs: Float32Array[] = [];
    let value = pixels;
    for (const layer of this.layers) {
      inputs.push(value);
      value = layer.forward(value);
    }
    this.#inputs = inputs;
    for (let i = 0; i < value.length; i++) this.output[i] = 1 / (1 + Math.exp(-(value[i] ?? 0)));
    return this.output;
  }

  /** Adds to the gradients, from the gradient of the output before its sigmoid. */
  backward(gradient: Float32Array): void {
    let value = gradient;
    for (let at = this.layers.length - 1; at >= 0; at--) {
      const [layer, input] = [this.layers[at], this.#inputs[at]];
      if (layer !== undefined && input !== undefined) value = layer.backward(input, value);
    }
  }

  /** Every trainable array with its gradient, in a fixed order. */
  parameters(): readonly {
    name: string;
    value: Float32Array;
    gradient: Float32Array;
    dims: readonly number[];
  }[] {
    return this.layers.flatMap(({ shape, weights, bias, weightsGradient, biasGradient }, at) => [
      {
        name: `conv${at}.weight`,
        value: weights,
        gradient: weightsGradient,
        dims: [shape.outputs, shape.inputs, shape.kernel, shape.kernel],
      },
      { name: `conv${at}.bias`, value: bias, gradient: biasGradient, dims: [shape.outputs] },
    ]);
  }

  /** Takes over another network's weights; those of the head only if the classes are the same. */
  load(weights: ReadonlyMap<string, Float32Array>): void {
    for (const { name, value } of this.parameters()) {
      const kept = weights.get(name);
      if (kept?.length === value.length) value.set(kept);
    }
  }
}
