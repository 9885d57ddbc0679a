import { readFile } from "node:fs/promises";
import { metricsOf } from "@trainyard/core/run";
import type { ExperimentRecord } from "@trainyard/core/wire";
import { experimentSchema } from "@trainyard/core/wire";
import type { Hono } from "hono";
import * as v from "valibot";
import type { Context } from "../http/context.ts";
import { ApiError } from "../store/api-error.ts";
import type { StoredTask } from "../store/task-store.ts";
import type { PageExperiment, PageExperimentDetail, PageSeries } from "./page-data.ts";

const output = v.looseObject({ experiment: v.looseObject({ data: experimentSchema }) });
const counted = v.looseObject({ train_size: v.number(), val_size: v.number() });

/** Experiments on the page: what tasks have left, and one with its hyperparameters and curves. */
export function mountExperimentsPage(app: Hono, context: Context): void {
  const { tasks } = context;
  app.get("/page/experiments", ({ json }) =>
    json(
      tasks.list().flatMap((task) => {
        const record = recordOf(task);
        return record === undefined ? [] : [experimentRow(task, record, context)];
      }),
    ),
  );
  app.get("/page/experiments/:id{\\d+}", async ({ req, json }) => {
    const task = tasks.get(Number(req.param("id")));
    const record = recordOf(task);
    if (record === undefined) throw new ApiError(404, `Task ${task.id} left no experiment.`);
    const detail: PageExperimentDetail = {
      ...experimentRow(task, record, context),
      hyperparameters: await hyperparametersOf(task, record, context),
      series: await seriesOf(task.id, context),
    };
    return json(detail);
  });
}

function recordOf(task: StoredTask): ExperimentRecord | undefined {
  const read = v.safeParse(output, task.output);
  return read.success ? read.output.experiment.data : undefined;
}

function experimentRow(task: StoredTask, record: ExperimentRecord, { projects }: Context): PageExperiment {
  const project = projects.list().find(({ id }) => id === record.project_id);
  const sizes = v.safeParse(counted, record);
  const { evaluation_report_id: report, classes } = record;
  const numbers = Object.entries(record.evaluation_metrics ?? {}).filter(
    (pair): pair is [string, number] => typeof pair[1] === "number",
  );
  const exports = Object.entries(record.export ?? {}).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return {
    taskId: task.id,
    name: record.experiment_name,
    framework: record.framework_name,
    model: record.model_name,
    taskType: record.task_type,
    projectId: record.project_id,
    project: project?.name ?? "",
    date: task.finishedAt ?? task.createdAt,
    classes: Array.isArray(classes) ? classes.length : 0,
    train: sizes.success ? sizes.output.train_size : null,
    val: sizes.success ? sizes.output.val_size : null,
    metrics: Object.fromEntries(numbers),
    artifactsDir: record.artifacts_dir.replace(/\/$/, ""),
    best: record.best_checkpoint,
    checkpoints: record.checkpoints,
    exports: Object.fromEntries(exports),
    report: typeof report === "number" ? `/model-benchmark?id=${report}` : null,
  };
}

async function hyperparametersOf(
  task: StoredTask,
  record: ExperimentRecord,
  { files }: Context,
): Promise<string> {
  const path = `${record.artifacts_dir.replace(/\/$/, "")}/hyperparameters.yaml`;
  try {
    return await readFile(files.file(task.teamId, path), "utf8");
  } catch {
    return "";
  }
}

async function seriesOf(taskId: number, { tasks }: Context): Promise<readonly PageSeries[]> {
  const records: { message: string; level: string; timestamp: string; subtask?: string; current?: number }[] =
    [];
  for await (const text of tasks.log(taskId).read("", Number.MAX_SAFE_INTEGER)) {
    const { message, level, timestamp, subtask, current } = JSON.parse(text);
    records.push({
      ...{ message: String(message ?? ""), level: String(level ?? "info"), timestamp: String(timestamp) },
      ...(typeof subtask === "string" ? { subtask } : {}),
      ...(typeof current === "number" ? { current } : {}),
    });
  }
  const series = new Map<string, (readonly [number, number])[]>();
  for (const { name, epoch, value } of metricsOf(records)) {
    if (epoch === undefined) continue;
    const points = series.get(name) ?? [];
    series.set(name, points);
    points.push([epoch, value]);
  }
  return [...series].map(([name, points]) => ({ name, points }));
}
