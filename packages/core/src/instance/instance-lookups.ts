import * as v from "valibot";
import { isTrainyardError, TrainyardError } from "../errors/trainyard-error.ts";
import type { ExperimentFacts } from "../plan/facts.ts";
import type { Lookups } from "../plan/lookups.ts";
import type { ExperimentRecord } from "../wire/experiment.ts";
import { experimentSchema } from "../wire/experiment.ts";
import type { Caller } from "./caller.ts";
import { agentById, agentsAvailable, allAgents } from "./endpoints/agents-available.ts";
import { collectionImages } from "./endpoints/collection-images.ts";
import { collectionsList } from "./endpoints/collections-list.ts";
import { datasetsList } from "./endpoints/datasets-list.ts";
import { ecosystemFileDownload } from "./endpoints/ecosystem-file-download.ts";
import { ecosystemList } from "./endpoints/ecosystem-list.ts";
import { fileStorageDownload } from "./endpoints/file-storage-download.ts";
import { fileStorageList } from "./endpoints/file-storage-list.ts";
import { projectsInfo } from "./endpoints/projects-info.ts";
import { projectsMeta } from "./endpoints/projects-meta.ts";
import { projectsStats } from "./endpoints/projects-stats.ts";
import { tasksInfo } from "./endpoints/tasks-info.ts";
import { teamsList } from "./endpoints/teams-list.ts";

/** Answers what planning asks, from an instance. */
export function instanceLookups(instance: Caller): Lookups {
  return {
    ...(instance.teamId === undefined ? {} : { teamId: instance.teamId }),
    teams: () => teamsList(instance),
    project: (id) => projectsInfo(instance, id),
    projectMeta: (id) => projectsMeta(instance, id),
    trainModules: (framework) => ecosystemList(instance, framework),
    agents: (teamId) => agentsAvailable(instance, teamId),
    datasets: (projectId) => datasetsList(instance, projectId),
    collections: (projectId) => collectionsList(instance, projectId),
    fileExists: async (teamId, path) => (await fileStorageList(instance, teamId, path)).includes(path),
    experimentAt: (teamId, artifactsDir) => experimentAt(instance, teamId, artifactsDir),
    experimentOfTask: (taskId) => experimentOfTask(instance, taskId),
    appFile: (moduleId, path) => ecosystemFileDownload(instance, moduleId, path),
    projectStats: (id) => projectsStats(instance, id),
    agent: (id) => agentById(instance, id),
    allAgents: (teamId) => allAgents(instance, teamId),
    allTrainModules: () => ecosystemList(instance),
    collectionImages: (projectId, id) => collectionImages(instance, projectId, id, { attempts: "once" }),
  };
}

async function experimentAt(
  instance: Caller,
  teamId: number,
  artifactsDir: string,
): Promise<ExperimentFacts> {
  const path = `${artifactsDir}/experiment_info.json`;
  const fail = () =>
    new TrainyardError(
      "EXPERIMENT_NOT_FOUND",
      `${path} is missing or unreadable, so the checkpoint's task is unknown.`,
      {
        hint: "Take a checkpoint of an experiment whose folder is whole.",
        facts: { path },
      },
    );
  const bytes = await fileStorageDownload(instance, teamId, path).catch((error: unknown) => {
    throw isTrainyardError(error, "NOT_FOUND") ? fail() : error;
  });
  try {
    return facts(v.parse(experimentSchema, JSON.parse(new TextDecoder().decode(bytes))));
  } catch {
    throw fail();
  }
}

async function experimentOfTask(instance: Caller, taskId: number): Promise<ExperimentFacts> {
  const task = await tasksInfo(instance, taskId).catch((error: unknown) => {
    if (isTrainyardError(error, "NOT_FOUND")) return null;
    throw error;
  });
  const fail = (why: string) => new TrainyardError("EXPERIMENT_NOT_FOUND", why, { facts: { taskId } });
  if (task === null) throw fail(`There is no task ${taskId}, or this token cannot see it.`);
  const output = v.safeParse(
    v.looseObject({ experiment: v.object({ data: experimentSchema }) }),
    task.meta?.output,
  );
  if (!output.success) throw fail(`Task ${taskId} (${task.status}) has no complete experiment.`);
  return facts(output.output.experiment.data);
}

function facts(record: ExperimentRecord): ExperimentFacts {
  return {
    taskId: record.task_id,
    projectId: record.project_id,
    framework: record.framework_name,
    modelName: record.model_name,
    artifactsDir: record.artifacts_dir,
    taskType: record.task_type,
    checkpoints: record.checkpoints.map((path) => path.slice(path.lastIndexOf("/") + 1)),
  };
}
