import type { Network } from "./network.ts";

/** Adam: moves the weights against their gradients and clears these. */
export class Adam {
  readonly #network: Network;
  readonly #moments: readonly { readonly first: Float32Array; readonly second: Float32Array }[];
  #step = 0;

  constructor(network: Network) {
    this.#network = network;
    this.#moments = network.parameters().map(({ value }) => ({
      first: new Float32Array(value.length),
      second: new Float32Array(value.length),
    }));
  }

  step(learningRate: number): void {
    this.#step++;
    const correct1 = 1 - 0.9 ** this.#step;
    const correct2 = 1 - 0.999 ** this.#step;
    for (const [at, { value, gradient }] of this.#network.parameters().entries()) {
      const moments = this.#moments[at];
      if (moments === undefined) continue;
      const { first, second } = moments;
      for (let i = 0; i < value.length; i++) {
        const g = gradient[i] ?? 0;
        const m = 0.9 * (first[i] ?? 0) + 0.1 * g;
        const s = 0.999 * (second[i] ?? 0) + 0.001 * g * g;
        first[i] = m;
        second[i] = s;
        value[i] = (value[i] ?? 0) - (learningRate * (m / correct1)) / (Math.sqrt(s / correct2) + 1e-8);
      }
      gradient.fill(0);
    }
  }
}
