import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileStorageList } from "@trainyard/core/endpoints";
import type { EvaluationFacts } from "./benchmark.ts";
import type { TrainContext, TrainingResult } from "./train-context.ts";
import type { TrainingJob } from "./training-job.ts";
import { uploadFolder } from "./upload-folder.ts";

const none: EvaluationFacts = { metrics: {}, reportId: null, reportLink: null };

/**
 * Evaluates the best checkpoint and puts the report into Team Files. An evaluation that fails is told in the log and
 * costs no training.
 *
 * Source: platform facts, the folder below `/model-benchmark`, the link, the file beside the artifacts that holds it.
 */
export async function runBenchmark(
  job: TrainingJob,
  context: TrainContext,
  result: TrainingResult,
): Promise<EvaluationFacts> {
  const { app, settings, log, onStatus, signal } = job;
  if (!settings.benchmark) return none;
  if (app.benchmark === undefined) return { ...none, metrics: result.metrics };
  onStatus("Status: Running Model Benchmark evaluation...");
  await log.write("Starting Model Benchmark evaluation");
  try {
    const folder = join(job.workDir, "benchmark");
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const made = await app.benchmark(folder, context, result);
    if (made === undefined) return none;
    onStatus(`Status: Creating evaluation report for the best model: '${result.best}'`);
    const remote = await freeFolder(job);
    const ids = await uploadFolder(job.instance, settings.project.teamId, folder, remote, {
      signal,
      onProgress: (done, total) => log.progress("Uploading evaluation report to Team Files", done, total),
    });
    const id = ids.get(made.report);
    if (id === undefined) throw new Error(`The app wrote no ${made.report}.`);
    const path = `/model-benchmark?id=${id}`;
    await writeFile(join(context.outputDir, "Model Evaluation Report.lnk"), path);
    return { metrics: made.metrics, reportId: id, reportLink: `${job.instance.address}${path}` };
  } catch (error) {
    signal.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    await log.write(`Model benchmark failed: ${why}`, "error");
    return none;
  }
}

async function freeFolder({ app, settings, taskId, instance }: TrainingJob): Promise<string> {
  const { id, name, teamId } = settings.project;
  const folder = `/model-benchmark/${id}_${name.replaceAll("/", "_")}/${taskId}_${app.framework}`;
  for (let at = 1; ; at++) {
    const free = at === 1 ? folder : `${folder}_${String(at - 1).padStart(3, "0")}`;
    if ((await fileStorageList(instance, teamId, free)).length === 0) return free;
  }
}
