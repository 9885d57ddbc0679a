/** The form of a convolution: square kernel, padded so that stride 1 keeps the size. */
export interface ConvShape {
  readonly inputs: number;
  readonly outputs: number;
  /** 1 or 3. */
  readonly kernel: number;
  readonly stride: number;
  /** Side of the input in pixels. */
  readonly size: number;
  /** Leaky ReLU behind it; the head has none. */
  readonly rectified: boolean;
}

/** Slope of the leaky ReLU below zero. */
export const leak = 0.1;

/** A convolution with its gradient. Buffers are made once: a training step allocates nothing. */
export class Conv {
  readonly shape: ConvShape;
  readonly outSize: number;
  /** [outputs, inputs, kernel, kernel]. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly weightsGradient: Float32Array;
  readonly biasGradient: Float32Array;
  /** [outputs, outSize, outSize] of the last forward pass. */
  readonly output: Float32Array;
  readonly #inputGradient: Float32Array;
  readonly #taps: Int32Array;

  constructor(shape: ConvShape, random: () => number) {
    const { inputs, outputs, kernel, stride, size } = shape;
    this.shape = shape;
    this.outSize = size / stride;
    const spread = Math.sqrt(2 / (inputs * kernel * kernel)) * 1.7;
    this.weights = Float32Array.from(
      { length: outputs * inputs * kernel * kernel },
      () => (random() * 2 - 1) * spread,
    );
    this.bias = new Float32Array(outputs);
    this.weightsGradient = new Float32Array(this.weights.length);
    this.biasGradient = new Float32Array(outputs);
    this.output = new Float32Array(outputs * this.outSize * this.outSize);
    this.#taps = tapTable(shape);
    this.#inputGradient = new Float32Array(inputs * size * size);
  }

  forward(input: Float32Array): Float32Array {
    const { output, weights, rectified, step } = this.#pass();
    const taps = this.#taps;
    const area = this.outSize * this.outSize;
    for (let o = 0; o < this.bias.length; o++) output.fill(this.bias[o] ?? 0, o * area, (o + 1) * area);
    for (let t = 0; t < taps.length; t += 4) {
      const w = weights[taps[t] ?? 0] ?? 0;
      let source = taps[t + 2] ?? 0;
      const first = taps[t + 1] ?? 0;
      const end = first + (taps[t + 3] ?? 0);
      for (let out = first; out < end; out++, source += step)
        output[out] = (output[out] ?? 0) + w * (input[source] ?? 0);
    }
    if (rectified)
      for (let i = 0; i < output.length; i++) output[i] = Math.max(output[i] ?? 0, leak * (output[i] ?? 0));
    return output;
  }

  /** Adds to the gradients of the weights; gives the gradient of the input. Changes `gradient`. */
  backward(input: Float32Array, gradient: Float32Array): Float32Array {
    const { output, weights, rectified, step } = this.#pass();
    const { weightsGradient, biasGradient } = this;
    const taps = this.#taps;
    if (rectified)
      for (let i = 0; i < gradient.length; i++)
        if ((output[i] ?? 0) < 0) gradient[i] = (gradient[i] ?? 0) * leak;
    const area = this.outSize * this.outSize;
    for (let o = 0; o < biasGradient.length; o++) {
      let sum = 0;
      for (let i = o * area; i < (o + 1) * area; i++) sum += gradient[i] ?? 0;
      biasGradient[o] = (biasGradient[o] ?? 0) + sum;
    }
    const back = this.#inputGradient.fill(0);
    for (let t = 0; t < taps.length; t += 4) {
      const weight = taps[t] ?? 0;
      const w = weights[weight] ?? 0;
      let source = taps[t + 2] ?? 0;
      const first = taps[t + 1] ?? 0;
      const end = first + (taps[t + 3] ?? 0);
      let sum = 0;
      for (let out = first; out < end; out++, source += step) {
        const g = gradient[out] ?? 0;
        sum += g * (input[source] ?? 0);
        back[source] = (back[source] ?? 0) + w * g;
      }
      weightsGradient[weight] = (weightsGradient[weight] ?? 0) + sum;
    }
    return back;
  }

  #pass(): { output: Float32Array; weights: Float32Array; rectified: boolean; step: number } {
    return {
      output: this.output,
      weights: this.weights,
      rectified: this.shape.rectified,
      step: this.shape.stride,
    };
  }
}

/** Four numbers a row: a weight, the first output and the first input it joins, and how many follow in the row. */
function tapTable({ inputs, outputs, kernel, stride, size }: ConvShape): Int32Array {
  const outSize = size / stride;
  const pad = (kernel - 1) / 2;
  const rows: number[] = [];
  for (let weight = 0; weight < outputs * inputs * kernel * kernel; weight++) {
    const kx = weight % kernel;
    const ky = Math.floor(weight / kernel) % kernel;
    const c = Math.floor(weight / (kernel * kernel)) % inputs;
    const o = Math.floor(weight / (kernel * kernel * inputs));
    const firstX = Math.ceil(Math.max(0, pad - kx) / stride);
    const lastX = Math.min(outSize - 1, Math.floor((size - 1 + pad - kx) / stride));
    for (let y = 0; y < outSize; y++) {
      const sourceY = y * stride + ky - pad;
      if (sourceY < 0 || sourceY >= size) continue;
      const source = (c * size + sourceY) * size + firstX * stride + kx - pad;
      rows.push(weight, (o * outSize + y) * outSize + firstX, source, lastX - firstX + 1);
    }
  }
  return Int32Array.from(rows);
}
