import { setImmediate as breathe } from "node:timers/promises";
import type { Sample } from "./data/sample.ts";
import type { Metrics } from "./detect/evaluate.ts";
import { evaluate } from "./detect/evaluate.ts";
import { lossGradient } from "./detect/targets.ts";
import { Adam } from "./network/adam.ts";
import { inputSize, Network } from "./network/network.ts";
import { seededRandom } from "./network/seeded-random.ts";

/** What is known after an epoch. */
export interface EpochReport {
  readonly epoch: number;
  readonly epochs: number;
  /** Mean loss of an image. */
  readonly loss: number;
  /** Of the validation images. */
  readonly metrics: Metrics;
}
/** How a rehearsal trains. */
export interface TrainingOptions {
  readonly train: readonly Sample[];
  readonly val: readonly Sample[];
  readonly classes: readonly string[];
  readonly epochs: number;
  /** Steps after which training ends, in the middle of an epoch too. */
  readonly steps?: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Weights to start from. */
  readonly initial?: ReadonlyMap<string, Float32Array>;
  readonly signal?: AbortSignal;
  /** Aborted: the epoch under way is the last one. */
  readonly stopping?: AbortSignal;
  readonly onEpoch?: (report: EpochReport) => void | Promise<void>;
}

/**
 * Trains the network by gradient descent on real samples; the same seed gives the same bytes.
 * Gives the weights of the epoch with the best validation AP50 (of equals, the lowest loss).
 */
export async function trainNetwork(
  options: TrainingOptions,
): Promise<{ network: Network; best: EpochReport }> {
  const { train, val, epochs, steps = Number.POSITIVE_INFINITY, seed, signal } = options;
  const network = new Network(options.classes, seed);
  if (options.initial !== undefined) network.load(options.initial);
  const random = seededRandom(seed + 1);
  const optimizer = new Adam(network);
  const gradient = new Float32Array(network.output.length);
  let step = 0;
  let best: { report: EpochReport; weights: Map<string, Float32Array> } | undefined;

  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0;
    let seen = 0;
    const order = shuffled(train, random);
    for (let start = 0; start < order.length && step < steps; start += options.batchSize, step++) {
      signal?.throwIfAborted();
      const batch = order.slice(start, start + options.batchSize);
      for (const sample of batch) {
        const { pixels, boxes } = random() < 0.5 ? sample : mirrored(sample);
        loss += lossGradient(network.forward(pixels), boxes, gradient, 1 / batch.length);
        network.backward(gradient);
      }
      seen += batch.length;
      const warmth = Math.cos((Math.PI * (epoch - 1)) / (2 * epochs));
      optimizer.step(options.learningRate * warmth);
      await breathe();
    }
    const report = { epoch, epochs, loss: loss / Math.max(1, seen), metrics: evaluate(network, val) };
    if (best === undefined || better(report, best.report)) best = { report, weights: weightsOf(network) };
    await options.onEpoch?.(report);
    if (options.stopping?.aborted) break;
  }
  if (best === undefined) throw new Error("A training has at least one epoch.");
  network.load(best.weights);
  return { network, best: best.report };
}

function better(a: EpochReport, b: EpochReport): boolean {
  return a.metrics.AP50 > b.metrics.AP50 || (a.metrics.AP50 === b.metrics.AP50 && a.loss < b.loss);
}

/** Copies of a network's weights, by name. */
export function weightsOf(network: Network): Map<string, Float32Array> {
  return new Map(network.parameters().map(({ name, value }) => [name, value.slice()]));
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function mirrored({ name, pixels, boxes }: Sample): Sample {
  const flipped = new Float32Array(pixels.length);
  for (let row = 0; row < pixels.length; row += inputSize)
    for (let x = 0; x < inputSize; x++) flipped[row + x] = pixels[row + inputSize - 1 - x] ?? 0;
  return { name, pixels: flipped, boxes: boxes.map((box) => ({ ...box, x1: 1 - box.x2, x2: 1 - box.x1 })) };
}
