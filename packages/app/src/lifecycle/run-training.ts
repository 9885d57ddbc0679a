import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  collectionImages,
  fileStorageDownload,
  fileStorageList,
  tasksOutputSet,
} from "@trainyard/core/endpoints";
import { yamlSurprises } from "@trainyard/core/hyperparameters";
import { readHyperparameters } from "../steps/read-hyperparameters.ts";
import type { EvaluationFacts } from "./benchmark.ts";
import type { TrainStage } from "./define-train-app.ts";
import { downloadImages } from "./download-images.ts";
import type { ExperimentFacts } from "./experiment-info.ts";
import { experimentFiles, experimentInfo } from "./experiment-info.ts";
import { experimentOf } from "./experiment-of.ts";
import { runBenchmark } from "./run-benchmark.ts";
import type { SplitImages } from "./split-images.ts";
import { splitImages } from "./split-images.ts";
import type { TrainContext, TrainingResult } from "./train-context.ts";
import type { TrainingJob } from "./training-job.ts";
import { UploadFailure } from "./upload-failure.ts";
import { uploadFolder } from "./upload-folder.ts";

/**
 * The lifecycle: prepare → split → train → checkpoints → export → benchmark → upload → experiment.
 * The experiment becomes the task's output only when all its files are in Team Files.
 *
 * Source: platform facts, train-app lifecycle; what is exported and evaluated is uploaded with the rest, not after it.
 */
export async function runTraining(job: TrainingJob): Promise<void> {
  const { app, settings, log, onStatus } = job;
  const stage = async <T>(
    hook: TrainStage,
    name: string,
    text: string,
    work: () => Promise<T>,
  ): Promise<T> => {
    onStatus(`Status: ${text}`);
    await log.write(text);
    const whole = async () => {
      await app.hooks?.[hook]?.({ settings, signal: job.signal });
      // A trainer that only listens would never hear of a stop that came before it.
      job.signal.throwIfAborted();
      return work();
    };
    return whole().catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Error occurred during ${name}. ${why}`);
    });
  };
  const { context, images } = await stage(
    "prepare",
    "data preparation",
    "Preparing data for training...",
    () => prepare(job),
  );
  const started = job.now().getTime();
  const result = await stage("train", "training", "Training is in progress...", () => app.train(context));
  const duration = Math.round((job.now().getTime() - started) / 1000);
  const text = "Finalizing and preparing training artifacts...";
  let evaluation: EvaluationFacts | undefined;
  const finalize = async () => {
    const exports = await exportModel(job, context, result);
    evaluation ??= await runBenchmark(job, context, result);
    const facts = await experimentFacts(job, { result, images, exports, evaluation, duration });
    for (const [name, content] of Object.entries(experimentFiles(facts)))
      await writeFile(join(context.outputDir, name), content);
    onStatus("Status: Uploading training artifacts...");
    await uploadFolder(job.instance, settings.project.teamId, context.outputDir, facts.artifactsDir, {
      signal: job.signal,
      onProgress: (done, total) => log.progress("Uploading train artifacts to Team Files", done, total),
    });
    const output = {
      experiment: { data: { ...experimentInfo(facts), has_report: false, project_preview: null } },
    };
    await tasksOutputSet(job.instance, job.taskId, output);
    job.onExperiment(experimentInfo(facts));
  };
  const finish = async (): Promise<void> => {
    await stage("finalize", "finalizing and uploading training artifacts", text, finalize).catch(
      (error: unknown) => {
        // What was trained is still on disk: a person may try the upload again.
        throw new UploadFailure(error instanceof Error ? error.message : String(error), finish);
      },
    );
    await log.write("Training completed");
    onStatus("");
  };
  await finish();
}

async function prepare(job: TrainingJob): Promise<{ context: TrainContext; images: SplitImages }> {
  const { settings, instance, log, signal } = job;
  const outputDir = join(job.workDir, "output");
  await rm(outputDir, { recursive: true, force: true });
  await mkdir(join(outputDir, "checkpoints"), { recursive: true });
  const all = await downloadImages(instance, settings.project.id, join(job.workDir, "images"), {
    signal,
    onProgress: (done, total) => log.progress("Downloading input data", done, total),
  });
  const { split } = settings;
  const collections = new Map<number, ReadonlySet<number>>();
  for (const id of split.by === "collections" ? [...split.train, ...split.val] : [])
    collections.set(id, new Set(await collectionImages(instance, settings.project.id, id, { signal })));
  const text = settings.hyperparameters ?? job.app.hyperparameters;
  const hyperparameters = readHyperparameters(text);
  for (const { message, hint } of yamlSurprises(text, job.app.hyperparameters))
    await log.write(`Hyperparameters: ${message} ${hint}`, "warn");
  const seed = typeof hyperparameters.seed === "number" ? hyperparameters.seed : 0;
  const images = splitImages(all, split, seed, collections);
  await log.write(`Train set: ${images.train.length} images, val set: ${images.val.length} images.`);
  const context: TrainContext = {
    settings,
    ...images,
    hyperparameters,
    outputDir,
    signal,
    stopping: job.stopping,
    metrics: job.onMetrics,
    checkpoint: await downloadCheckpoint(job),
    progress: (subtask, current, total) => log.progress(subtask, current, total),
    log: (message, level) => log.write(message, level),
  };
  return { context, images };
}

/** A custom model is a checkpoint of the experiment that a task left in Team Files. */
async function downloadCheckpoint({
  settings,
  instance,
  signal,
  workDir,
}: TrainingJob): Promise<string | undefined> {
  const { model } = settings;
  if (model.from === "pretrained") return undefined;
  const record = await experimentOf(instance, model.taskId);
  const path = `${record.artifacts_dir}/checkpoints/${model.checkpoint}`;
  const bytes = await fileStorageDownload(instance, settings.project.teamId, path, { signal });
  const file = join(workDir, "start-from");
  await writeFile(file, bytes);
  return file;
}

async function exportModel(
  { app, settings, onStatus, log }: TrainingJob,
  context: TrainContext,
  result: TrainingResult,
): Promise<Readonly<Record<string, string>>> {
  const exports: Record<string, string> = {};
  const runtimes = { onnx: "ONNXRuntime", tensorrt: "TensorRT" } as const;
  for (const format of settings.exports) {
    onStatus(`Status: Converting to ${runtimes[format]}`);
    await log.write(`Converting to ${runtimes[format]}`);
    const file = await app.export?.(format, context, result);
    if (file !== undefined) exports[runtimes[format]] = `export/${file}`;
  }
  return exports;
}

async function experimentFacts(
  { app, settings, taskId, instance, now }: TrainingJob,
  made: Pick<ExperimentFacts, "result" | "images" | "exports" | "evaluation" | "duration">,
): Promise<ExperimentFacts> {
  const { model, project } = settings;
  const modelName =
    model.from === "pretrained" ? model.name : (await experimentOf(instance, model.taskId)).model_name;
  const folder = `/experiments/${project.id}_${project.name.replaceAll("/", "_")}/${taskId}_${app.framework}`;
  const taken = await fileStorageList(instance, project.teamId, folder);
  const artifactsDir = taken.length === 0 ? folder : `${folder}_001`;
  return { app, settings, taskId, modelName, artifactsDir, now: now(), ...made };
}
