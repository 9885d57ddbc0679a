import type { Instance } from "@trainyard/core";
import { tasksList, tasksListInfos } from "@trainyard/core/endpoints";
import { experimentSchema } from "@trainyard/core/wire";
import * as v from "valibot";
import type { PageExperiment } from "./page-state.ts";
import { reportPath } from "./report-path.ts";

const newest = 200;
const output = v.looseObject({ experiment: v.looseObject({ data: experimentSchema }) });

/** Experiments of a framework among the workspace's newest tasks, newest first; none where they cannot be read. */
export async function readExperiments(
  instance: Instance,
  workspaceId: number,
  framework: string,
): Promise<readonly PageExperiment[]> {
  try {
    const { rows } = await tasksList(instance, workspaceId, { page: 1, perPage: newest });
    const finished = rows.filter(({ status }) => status === "finished").map(({ id }) => id);
    if (finished.length === 0) return [];
    const infos = await tasksListInfos(instance, workspaceId, finished);
    return [...infos.values()]
      .flatMap(({ meta }) => {
        const found = v.safeParse(output, meta?.output);
        if (!found.success) return [];
        const { data } = found.output.experiment;
        return data.framework_name === framework && data.checkpoints.length > 0 ? [row(data)] : [];
      })
      .sort((a, b) => b.taskId - a.taskId);
  } catch {
    return [];
  }
}

function row(data: v.InferOutput<typeof experimentSchema>): PageExperiment {
  const { datetime, evaluation_report_link: report } = data;
  return {
    taskId: data.task_id,
    name: data.experiment_name,
    model: data.model_name,
    task: data.task_type,
    project: `Project ${data.project_id}`,
    date: typeof datetime === "string" ? datetime : "",
    checkpoints: data.checkpoints.map((path) => path.split("/").at(-1) ?? path),
    best: data.best_checkpoint,
    report: reportPath(report),
  };
}
