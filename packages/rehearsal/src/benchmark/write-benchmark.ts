import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Benchmark } from "@trainyard/app";
import type { Sample } from "../data/sample.ts";
import { detections } from "../detect/detections.ts";
import type { Network } from "../network/network.ts";
import { evaluateFound } from "./evaluation.ts";
import { examplePictures } from "./example-pictures.ts";
import type { ReportFacts } from "./report-page.ts";
import { reportPage } from "./report-page.ts";
import { speedTest } from "./speed-test.ts";

/** What is evaluated. */
export interface BenchmarkOptions {
  readonly network: Network;
  /** The val set, and each image's file. */
  readonly val: readonly (Sample & { readonly file: string })[];
  readonly speedtest: boolean;
  readonly about: Pick<ReportFacts, "title" | "notes" | "facts">;
  readonly signal: AbortSignal;
}

/**
 * Evaluates a network on the val set and writes its folder: the numbers, the speed test where it is asked for, and the
 * report. Undefined when the val set holds no object of a trained class, since nothing can be measured then.
 *
 * Source: platform fact, the folders of a benchmark: evaluation, speedtest, visualizations.
 */
export async function writeBenchmark(
  folder: string,
  options: BenchmarkOptions,
): Promise<Benchmark | undefined> {
  const { network, val, about, signal } = options;
  if (val.every(({ boxes }) => boxes.length === 0)) return undefined;
  const examples = val.map(({ name, file, pixels, boxes }) => {
    signal.throwIfAborted();
    return { name, file, truth: boxes, found: detections(network.forward(pixels)) };
  });
  const evaluation = evaluateFound(examples, network.classes);
  const speed = options.speedtest ? speedTest(network, val) : undefined;
  const pictures = await examplePictures(examples, network.classes, evaluation.confidence);
  signal.throwIfAborted();
  const { metrics, classes, confusion } = evaluation;
  const report = "visualizations/report.html";
  const files: Readonly<Record<string, string>> = {
    "evaluation/evaluation.json": json({ metrics, classes, confusion }),
    ...(speed === undefined ? {} : { "speedtest/speedtest.json": json(speedFile(speed)) }),
    [report]: await reportPage({ ...about, evaluation, pictures, speed }),
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return { report, metrics: speed === undefined ? metrics : { ...metrics, speed_ms_per_image: speed.mean } };
}

/** Source: platform fact, the form of speedtest.json; milliseconds. */
function speedFile({ mean, deviation, images }: NonNullable<ReportFacts["speed"]>) {
  const facts = { batch_size: 1, device: "CPU", runtime: "Trainyard rehearsal", num_iterations: images };
  return {
    speedtest: [{ benchmark: { inference: mean }, benchmark_std: { inference: deviation }, ...facts }],
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
