import type { Lookups } from "../plan/lookups.ts";
import type { Caller } from "./caller.ts";
import { agentsAvailable } from "./endpoints/agents-available.ts";
import { collectionsList } from "./endpoints/collections-list.ts";
import { datasetsList } from "./endpoints/datasets-list.ts";
import { ecosystemFileDownload } from "./endpoints/ecosystem-file-download.ts";
import { ecosystemList } from "./endpoints/ecosystem-list.ts";
import { fileStorageList } from "./endpoints/file-storage-list.ts";
import { projectsInfo } from "./endpoints/projects-info.ts";
import { projectsMeta } from "./endpoints/projects-meta.ts";
import { teamsList } from "./endpoints/teams-list.ts";
import { experimentAt, experimentOfTask } from "./find-experiment.ts";

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
  };
}
