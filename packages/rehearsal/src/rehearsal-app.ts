import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Benchmark, TrainAppDefinition, TrainContext, TrainImage, TrainingResult } from "@trainyard/app";
import { defineTrainApp } from "@trainyard/app";
import type { Framework } from "@trainyard/presets";
import { writeBenchmark } from "./benchmark/write-benchmark.ts";
import { loadPixels } from "./data/load-pixels.ts";
import { readBoxes } from "./data/read-boxes.ts";
import type { Sample } from "./data/sample.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./model-files/checkpoint.ts";
import { encodeOnnx } from "./model-files/encode-onnx.ts";
import { Network } from "./network/network.ts";
import { readSchedule, withDefaults } from "./schedule.ts";
import { trainNetwork } from "./train-network.ts";

/**
 * The training app that rehearses a framework: its models, hyperparameters and options, the whole lifecycle and the
 * real images, but a small real network in place of the big one. It says so in the log and in the experiment.
 *
 */
export function rehearsalApp(framework: Framework): TrainAppDefinition {
  return defineTrainApp({
    framework: framework.name,
    models: framework.models.map(({ name, task, exports: _, checkpoint: __, config: ___, ...columns }) => ({
      ...{ name, task, columns },
    })),
    hyperparameterFacts: framework.hyperparameters,
    hyperparameterRules: framework.rules ?? [],
    hyperparameters: framework.hyperparametersText,
    exports: framework.exports,
    autostart: framework.autostart,
    train: (context) => rehearse(context, framework),
    benchmark: (folder, context, result) => benchmark(folder, context, result, framework),
    export: async (format, context, result) => {
      if (format === "tensorrt") {
        await context.log(
          "TensorRT needs a GPU, which a rehearsal does without: no engine is exported.",
          "warn",
        );
        return undefined;
      }
      const network = await readNetwork(join(context.outputDir, "checkpoints", result.best));
      await mkdir(join(context.outputDir, "export"), { recursive: true });
      await writeFile(
        join(context.outputDir, "export", "best.onnx"),
        encodeOnnx(network, standsInFor(context, framework)),
      );
      return "best.onnx";
    },
  });
}

async function rehearse(context: TrainContext, framework: Framework): Promise<TrainingResult> {
  const { settings, hyperparameters, progress, log, signal, stopping } = context;
  const units = framework.length.unit;
  const progressLabel = units === "epochs" ? "Epochs" : "Iterations";
  const { values, filledIn } = withDefaults(framework, hyperparameters);
  for (const { path, value } of filledIn)
    await log(
      `The hyperparameters say nothing of ${path}: ${JSON.stringify(value)}, the app's default, is used.`,
      "warn",
    );
  const schedule = readSchedule(framework, values, context.train.length);
  const { asked, length, epochs, perEpoch } = schedule;
  const instead = standsInFor(context, framework);
  await log(`This is a rehearsal: a small network on the CPU stands in for ${instead}.`, "warn");
  const note = [`A small network on the CPU stood in for ${instead}; it is not that model.`];
  if (taskOf(context, framework) !== "object detection") {
    await log(`Its ${taskOf(context, framework)} is rehearsed with the boxes around the objects.`, "warn");
    note.push("It was trained on the boxes around the objects, not on their masks.");
  }
  if (length < asked) await log(`Rehearsing ${length} of the ${asked} ${units} asked for.`, "warn");
  const initial =
    context.checkpoint === undefined ? undefined : decodeCheckpoint(await readFile(context.checkpoint));
  const [train, val] = [
    await samples(context.train, settings.classes),
    await samples(context.val, settings.classes),
  ];
  await log(`Training started for ${length} ${units}`);
  await progress(progressLabel, 0, length);
  const { network, best } = await trainNetwork({
    ...schedule,
    train,
    val,
    classes: settings.classes,
    signal,
    stopping,
    ...(initial === undefined ? {} : { initial: initial.weights }),
    onEpoch: async ({ epoch, loss, metrics }) => {
      await progress(progressLabel, Math.min(length, epoch * perEpoch), length);
      context.metrics(epoch, { loss, ...metrics });
      await log(`Epoch ${epoch}/${epochs}: loss ${loss.toFixed(3)}, val AP50 ${metrics.AP50.toFixed(3)}`);
    },
  });
  const file = framework.bestCheckpoint;
  await writeFile(join(context.outputDir, "checkpoints", file), encodeCheckpoint(network, instead));
  return {
    checkpoints: [file],
    best: file,
    metrics: { ...best.metrics },
    about: {
      rehearsal: true,
      rehearsal_note: note.join(" "),
    },
  };
}

/** The best checkpoint is read back from its file: what is evaluated is what was left. */
async function benchmark(
  folder: string,
  context: TrainContext,
  { best, about }: TrainingResult,
  framework: Framework,
): Promise<Benchmark | undefined> {
  const { settings, outputDir, val, train, signal } = context;
  const network = await readNetwork(join(outputDir, "checkpoints", best));
  const loaded = await samples(val, network.classes);
  const title = `${settings.experimentName ?? settings.project.name}: ${standsInFor(context, framework)}`;
  const made = await writeBenchmark(folder, {
    network,
    val: loaded.map((sample, at) => ({ ...sample, file: val[at]?.file ?? "" })),
    speedtest: settings.speedtest,
    signal,
    about: {
      title,
      notes: [String(about?.rehearsal_note ?? "")],
      facts: [
        ["Project", settings.project.name],
        ["Framework", framework.name],
        ["Checkpoint", best],
        ["Images", `${train.length} to train, ${val.length} to evaluate`],
      ],
    },
  });
  if (made === undefined)
    await context.log("The val set has no object of a trained class: nothing can be evaluated.", "warn");
  return made;
}

function standsInFor({ settings }: TrainContext, framework: Framework): string {
  const { model } = settings;
  return `${framework.name}/${model.from === "pretrained" ? model.name : model.checkpoint}`;
}

function taskOf({ settings: { model } }: TrainContext, { models, tasks }: Framework): string | undefined {
  return models.find(({ name }) => model.from === "pretrained" && name === model.name)?.task ?? tasks[0];
}

async function samples(
  images: readonly TrainImage[],
  classes: readonly string[],
): Promise<readonly Sample[]> {
  const loaded: Sample[] = [];
  for (const image of images)
    loaded.push({
      name: image.name,
      pixels: await loadPixels(image.name, await readFile(image.file)),
      boxes: readBoxes(image.annotation.objects, classes, image),
    });
  return loaded;
}

async function readNetwork(file: string): Promise<Network> {
  const { classes, weights } = decodeCheckpoint(await readFile(file));
  const network = new Network(classes, 0);
  network.load(weights);
  return network;
}
