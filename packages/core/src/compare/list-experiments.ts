import * as v from "valibot";
import type { Instance } from "../instance/connect.ts";
import { listPages } from "../instance/endpoints/list-pages.ts";
import { projectsInfo } from "../instance/endpoints/projects-info.ts";
import { taskInfoSchema } from "../instance/endpoints/tasks-info.ts";
import { teamsList } from "../instance/endpoints/teams-list.ts";
import type { Experiment } from "../run/state/experiment.ts";
import { experimentOf } from "../run/state/experiment-of.ts";
import { recordOf } from "./read-experiment.ts";

/** Which experiments are listed. Names are compared without regard to case. */
export interface ExperimentFilter {
  /** Project id; it also says which workspace is looked at. */
  readonly project?: number;
  /** Default: every workspace that the token can see. */
  readonly workspaceId?: number;
  readonly framework?: string;
  /** A part of the model's name. */
  readonly model?: string;
  /** E.g. "object detection". */
  readonly task?: string;
  /** Only those of tasks that began at or after this time. */
  readonly since?: Date | string;
  readonly signal?: AbortSignal;
}

const workspace = v.object({ id: v.number() });
const task = v.intersect([taskInfoSchema, v.looseObject({ createdAt: v.nullish(v.string()) })]);

/**
 * The experiments that tasks of the instance left, newest first.
 *
 * @example
 * ```ts
 * import type { Instance } from "@trainyard/core";
 * import { compare, listExperiments } from "@trainyard/core/compare";
 * async function newest(instance: Instance) {
 *   const found = await listExperiments(instance, { project: 101, framework: "YOLO" });
 *   return compare(instance, found.slice(0, 3));
 * }
 * ```
 * Source: platform fact, `meta.output.experiment` of a finished task.
 */
export async function listExperiments(
  instance: Instance,
  filter: ExperimentFilter = {},
): Promise<readonly Experiment[]> {
  const options = filter.signal === undefined ? {} : { signal: filter.signal };
  const ids = await workspacesOf(instance, filter);
  const asked = { filter: [], sort: "id", sort_order: "desc" };
  const lists = await Promise.all(
    ids.map((workspaceId) => listPages(instance, "tasks.list", { ...asked, workspaceId }, task, options)),
  );
  const since = filter.since === undefined ? Number.NEGATIVE_INFINITY : new Date(filter.since).getTime();
  return lists
    .flat()
    .filter(({ createdAt }) => !(Date.parse(createdAt ?? "") < since))
    .flatMap((info) => {
      const record = recordOf(info);
      return record === undefined ? [] : [experimentOf(record)];
    })
    .filter((one) => isWanted(one, filter))
    .sort((a, b) => b.taskId - a.taskId);
}

async function workspacesOf(instance: Instance, filter: ExperimentFilter): Promise<readonly number[]> {
  if (filter.workspaceId !== undefined) return [filter.workspaceId];
  if (filter.project !== undefined) return [(await projectsInfo(instance, filter.project)).workspaceId];
  const teams =
    instance.teamId === undefined ? (await teamsList(instance)).map(({ id }) => id) : [instance.teamId];
  const lists = await Promise.all(
    teams.map((teamId) => listPages(instance, "workspaces.list", { teamId, filter: [] }, workspace)),
  );
  return lists.flat().map(({ id }) => id);
}

function isWanted(one: Experiment, { project, framework, model, task: kind }: ExperimentFilter): boolean {
  const holds = (text: string, part: string | undefined) =>
    part === undefined || text.toLowerCase().includes(part.toLowerCase());
  return (
    (project === undefined || one.projectId === project) &&
    (framework === undefined || one.framework.toLowerCase() === framework.toLowerCase()) &&
    holds(one.model, model) &&
    (kind === undefined || one.taskType.toLowerCase() === kind.toLowerCase())
  );
}
