import type { Instance } from "@trainyard/core";
import { isTrainyardError } from "@trainyard/core";
import { projectsInfo, tasksList, tasksListInfos } from "@trainyard/core/endpoints";
import { experimentSchema } from "@trainyard/core/wire";
import * as v from "valibot";
import type { PageExperiment } from "./page-state.ts";
import { reportPath } from "./report-path.ts";

const newest = 200;
const maxProjects = 64;
const atOnce = 8;
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
    const found = [...infos.values()]
      .flatMap(({ meta }) => {
        const read = v.safeParse(output, meta?.output);
        return read.success ? [read.output.experiment.data] : [];
      })
      .filter((data) => data.framework_name === framework && data.checkpoints.length > 0)
      .sort((a, b) => b.task_id - a.task_id);
    const projects = await projectNames(instance, [...new Set(found.map((data) => data.project_id))]);
    return found.map((data) => row(data, projects.get(data.project_id)));
  } catch {
    return [];
  }
}

/** Names of projects; null for one that is no more. Left out are those that cannot be asked for. */
async function projectNames(
  instance: Instance,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string | null>> {
  const names = new Map<number, string | null>();
  for (let start = 0; start < Math.min(ids.length, maxProjects); start += atOnce)
    await Promise.all(
      ids.slice(start, start + atOnce).map(async (id) => {
        try {
          names.set(id, (await projectsInfo(instance, id)).name);
        } catch (error) {
          if (isTrainyardError(error, "PROJECT_NOT_FOUND")) names.set(id, null);
        }
      }),
    );
  return names;
}

function row(
  data: v.InferOutput<typeof experimentSchema>,
  project: string | null | undefined,
): PageExperiment {
  const { datetime, evaluation_report_link: report, project_id: projectId } = data;
  return {
    taskId: data.task_id,
    name: data.experiment_name,
    model: data.model_name,
    task: data.task_type,
    project: project === null ? "Project was deleted" : (project ?? `Project ${projectId}`),
    projectId: project === null ? null : projectId,
    date: typeof datetime === "string" ? datetime : "",
    checkpoints: data.checkpoints.map((path) => path.split("/").at(-1) ?? path),
    best: data.best_checkpoint,
    report: reportPath(report),
  };
}
