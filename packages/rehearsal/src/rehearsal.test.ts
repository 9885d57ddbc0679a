import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-web";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { DrawnObject } from "./data/draw-scene.ts";
import { drawScene, sceneClasses, sceneSize } from "./data/draw-scene.ts";
import { loadPixels } from "./data/load-pixels.ts";
import { readBoxes } from "./data/read-boxes.ts";
import type { Sample } from "./data/sample.ts";
import { evaluate } from "./detect/evaluate.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./model-files/checkpoint.ts";
import { encodeOnnx } from "./model-files/encode-onnx.ts";
import { Network } from "./network/network.ts";
import { seededRandom } from "./network/seeded-random.ts";
import { trainNetwork, weightsOf } from "./train-network.ts";

let classes: readonly string[];
let train: readonly Sample[];
let val: readonly Sample[];

beforeAll(async () => {
  const random = seededRandom(7);
  classes = sceneClasses.map(({ title }) => title);
  const samples = await Promise.all(
    Array.from({ length: 32 }, () => drawScene(random)).map(async ({ svg, objects }, at) => ({
      name: `scene-${at}`,
      pixels: await loadPixels(`scene-${at}`, await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer()),
      boxes: readBoxes(objects.map(asRectangle), classes, sceneSize),
    })),
  );
  train = samples.filter((_, at) => at % 4 !== 3);
  val = samples.filter((_, at) => at % 4 === 3);
});

function asRectangle({ className, left, top, right, bottom }: DrawnObject): Record<string, unknown> {
  const exterior = [
    [left, top],
    [right, bottom],
  ];
  return { classTitle: className, geometryType: "rectangle", points: { exterior, interior: [] } };
}

describe("a rehearsal on the sample project", () => {
  it("learns: the loss falls by half and the metric beats an untrained network", async () => {
    const losses: number[] = [];
    const options = { train, val, classes, epochs: 16, batchSize: 4, learningRate: 0.004, seed: 0 };
    const { network, best } = await trainNetwork({
      ...options,
      onEpoch: ({ loss }) => void losses.push(loss),
    });
    const untrained = evaluate(new Network(classes, 0), val);
    expect(losses.at(-1)).toBeLessThan(0.6 * (losses[0] ?? 0));
    expect(best.metrics.AP50).toBeGreaterThan(untrained.AP50 + 0.3);
    expect(evaluate(network, val)).toEqual(best.metrics);
  });

  it("gives the same bytes for the same seed, and others for another", async () => {
    const few = train.slice(0, 4);
    const bytes = async (seed: number) => {
      const options = { train: few, val, classes, epochs: 2, batchSize: 2, learningRate: 0.004, seed };
      return Buffer.from(encodeCheckpoint((await trainNetwork(options)).network, "a model"));
    };
    const [first, again, other] = [await bytes(1), await bytes(1), await bytes(2)];
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
  });

  it("stops at once when the task is stopped", async () => {
    const stop = new AbortController();
    const options = { train, val, classes, epochs: 50, batchSize: 4, learningRate: 0.004, seed: 0 };
    const run = trainNetwork({
      ...options,
      signal: stop.signal,
      onEpoch: () => stop.abort(new Error("stopped")),
    });
    await expect(run).rejects.toThrow("stopped");
  });
});

describe("the files of a rehearsal", () => {
  it("exports an ONNX file that onnxruntime runs to the trainer's own outputs", async () => {
    const options = {
      train: train.slice(0, 8),
      val,
      classes,
      epochs: 3,
      batchSize: 4,
      learningRate: 0.004,
      seed: 3,
    };
    const { network } = await trainNetwork(options);
    const session = await InferenceSession.create(encodeOnnx(network, "a model"));
    for (const { pixels } of val) {
      const { cells } = await session.run({ images: new Tensor("float32", pixels, [1, 3, 64, 64]) });
      const theirs = cells?.data as Float32Array;
      const ours = network.forward(pixels);
      const differences = Array.from(ours, (value, at) => Math.abs(value - (theirs[at] ?? 9)));
      expect(Math.max(...differences)).toBeLessThan(1e-4);
    }
  });

  it("reads its own checkpoint back and refuses another program's", () => {
    const network = new Network(["a", "b"], 5);
    const { classes, weights, standsInFor } = decodeCheckpoint(encodeCheckpoint(network, "YOLO/YOLO26s-det"));
    expect({ classes, standsInFor }).toEqual({ classes: ["a", "b"], standsInFor: "YOLO/YOLO26s-det" });
    expect(weights).toEqual(weightsOf(network));
    expect(() =>
      decodeCheckpoint(new TextEncoder().encode("PK\u0003\u0004 a zip of another program")),
    ).toThrow("not of a rehearsal");
  });
});

it("a checkpoint that was read from a file has the weights that were written into it", async () => {
  const network = new Network(["a", "b"], 5);
  const folder = await mkdtemp(join(tmpdir(), "checkpoint-"));
  await writeFile(join(folder, "best.pt"), encodeCheckpoint(network, "a model"));
  expect(decodeCheckpoint(await readFile(join(folder, "best.pt"))).weights).toEqual(weightsOf(network));
  await rm(folder, { recursive: true });
});

describe("the network's gradient", () => {
  it("is what small changes of the weights say it is", () => {
    const random = seededRandom(11);
    const network = new Network(["a"], 2);
    const pixels = Float32Array.from({ length: 3 * 64 * 64 }, random);
    const slope = Float32Array.from({ length: network.output.length }, () => random() - 0.5);
    const head = network.layers.at(-1);
    const value = () => {
      network.forward(pixels);
      return slope.reduce((sum, weight, at) => sum + weight * (head?.output[at] ?? 0), 0);
    };
    value();
    network.backward(slope.slice());
    for (const { value: weights, gradient } of network.parameters()) {
      const at = Math.floor(random() * weights.length);
      const kept = weights[at] ?? 0;
      const step = 1e-3;
      weights[at] = kept + step;
      const above = value();
      weights[at] = kept - step;
      const below = value();
      weights[at] = kept;
      const expected = (above - below) / (2 * step);
      expect(Math.abs((gradient[at] ?? 0) - expected)).toBeLessThan(0.02 + 0.05 * Math.abs(expected));
    }
  });
});
