import type { Lookups } from "../plan/terms/lookups.ts";
import type { Caller } from "./caller.ts";
import { agentById, agentsAvailable, allAgents } from "./endpoints/agents-available.ts";
import { collectionImages } from "./endpoints/collection-images.ts";
import { collectionsList } from "./endpoints/collections-list.ts";
import { datasetsList } from "./endpoints/datasets-list.ts";
import { ecosystemFileDownload } from "./endpoints/ecosystem-file-download.ts";
import { ecosystemList } from "./endpoints/ecosystem-list.ts";
import { fileStorageList } from "./endpoints/file-storage-list.ts";
import { projectsInfo } from "./endpoints/projects-info.ts";
import { projectsNamed } from "./endpoints/projects-list.ts";
import { projectsMeta } from "./endpoints/projects-meta.ts";
import { projectsStats } from "./endpoints/projects-stats.ts";
import { teamsList } from "./endpoints/teams-list.ts";
import { experimentAt, experimentOfTask } from "./find-experiment.ts";

/** Answers what planning asks, from an instance. */
export function instanceLookups(instance: Caller): Lookups {
  return {
    ...(instance.teamId === undefined ? {} : { teamId: instance.teamId }),
    teams: () => teamsList(instance),
    project: (id) => projectsInfo(instance, id),
    projectsNamed: async (name, teamId) => {
      const teams = teamId === undefined ? (await teamsList(instance)).map(({ id }) => id) : [teamId];
      return (await Promise.all(teams.map((id) => projectsNamed(instance, id, name)))).flat();
    },
    projectMeta: (id) => projectsMeta(instance, id),
    trainModules: (framework) => ecosystemList(instance, framework),
    agents: (teamId) => agentsAvailable(instance, teamId),
    datasets: (projectId) => datasetsList(instance, projectId),
    collections: (projectId) => collectionsList(instance, projectId),
    fileExists: async (teamId, path) => (await fileStorageList(instance, teamId, path)).includes(path),
    experimentAt: (teamId, artifactsDir) => experimentAt(instance, teamId, artifactsDir),
    experimentOfTask: (taskId) => experimentOfTask(instance, taskId),
    appFile: (moduleId, path, _version, need) =>
      ecosystemFileDownload(
        instance,
        moduleId,
        path,
        need === undefined ? {} : { attempts: "once", timeout: 10_000 },
      ),
    projectStats: (id) => projectsStats(instance, id),
    agent: (id) => agentById(instance, id),
    allAgents: (teamId) => allAgents(instance, teamId),
    allTrainModules: () => ecosystemList(instance),
    collectionImages: (projectId, id) => collectionImages(instance, projectId, id, { attempts: "once" }),
  };
}
