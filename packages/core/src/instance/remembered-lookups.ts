import type { Lookups } from "../plan/terms/lookups.ts";

/**
 * Look-ups that ask each question once and keep the answer, for many plans made at one time. A question that failed is
 * asked again.
 */
export function rememberedLookups(lookups: Lookups): Lookups {
  const kept = new Map<string, Promise<unknown>>();
  const once =
    <A extends readonly unknown[], T>(name: string, read: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> => {
      const key = `${name} ${JSON.stringify(args)}`;
      const known = kept.get(key);
      // The key names the read, so what is kept is of its type.
      if (known !== undefined) return known as Promise<T>;
      const promise = read(...args);
      kept.set(key, promise);
      promise.catch(() => kept.delete(key));
      return promise;
    };
  const { until: _, ...rest } = lookups;
  const { projectStats, agent, allAgents, allTrainModules, collectionImages, projectsNamed } = lookups;
  return {
    ...rest,
    teams: once("teams", lookups.teams),
    project: once("project", lookups.project),
    projectMeta: once("meta", lookups.projectMeta),
    trainModules: once("modules", lookups.trainModules),
    agents: once("agents", lookups.agents),
    datasets: once("datasets", lookups.datasets),
    collections: once("collections", lookups.collections),
    fileExists: once("file", lookups.fileExists),
    experimentAt: once("experiment at", lookups.experimentAt),
    experimentOfTask: once("experiment", lookups.experimentOfTask),
    appFile: once("app file", lookups.appFile),
    ...(projectsNamed === undefined ? {} : { projectsNamed: once("projects named", projectsNamed) }),
    ...(projectStats === undefined ? {} : { projectStats: once("stats", projectStats) }),
    ...(agent === undefined ? {} : { agent: once("agent", agent) }),
    ...(allAgents === undefined ? {} : { allAgents: once("all agents", allAgents) }),
    ...(allTrainModules === undefined ? {} : { allTrainModules: once("all modules", allTrainModules) }),
    ...(collectionImages === undefined ? {} : { collectionImages: once("collection", collectionImages) }),
  };
}
