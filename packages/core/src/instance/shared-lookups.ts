import type { Lookups } from "../plan/terms/lookups.ts";

/** At most this many app files are kept, the oldest leaving first. */
const kept = 200;

/** What look-ups keep beyond their answers. */
export interface LookupsMemory {
  /** Text by app, path and release. */
  readonly files: Map<string, string>;
  /** Team by project. */
  readonly teams: Map<number, number>;
}

/**
 * The same look-ups, shared: what is being asked is not asked twice at once, and an app's files are read once
 * for each of its releases. Nothing that people change is kept beyond its answer, so that no plan is made from the past.
 */
export function sharedLookups(lookups: Lookups, { files, teams }: LookupsMemory): Lookups {
  const underWay = new Map<string, Promise<unknown>>();

  const share =
    <A extends readonly unknown[], T>(name: string, read: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> => {
      const key = `${name} ${JSON.stringify(args)}`;
      const running = underWay.get(key);
      // The key names the read, so what is under way is of its type.
      if (running !== undefined) return running as Promise<T>;
      const promise = read(...args).finally(() => underWay.delete(key));
      underWay.set(key, promise);
      return promise;
    };

  const readFile = share("app file", lookups.appFile);
  const appFile: Lookups["appFile"] = async (moduleId, path, version, need) => {
    const key = JSON.stringify([moduleId, path, version]);
    const known = files.get(key);
    if (known !== undefined) return known;
    const text = await readFile(moduleId, path, version, need);
    // Without a release nobody can tell whether the file is still the same.
    if (version !== undefined) files.set(key, text);
    const oldest = files.keys().next().value;
    if (files.size > kept && oldest !== undefined) files.delete(oldest);
    return text;
  };

  const { projectStats, agent, allAgents, allTrainModules, collectionImages } = lookups;
  const project = share("project", lookups.project);
  return {
    ...lookups,
    teams: share("teams", lookups.teams),
    project: async (id) => {
      const found = await project(id);
      if (found.teamId !== undefined) teams.set(id, found.teamId);
      return found;
    },
    knownTeam: (projectId) => teams.get(projectId),
    projectMeta: share("meta", lookups.projectMeta),
    trainModules: share("modules", lookups.trainModules),
    agents: share("agents", lookups.agents),
    datasets: share("datasets", lookups.datasets),
    collections: share("collections", lookups.collections),
    fileExists: share("file", lookups.fileExists),
    experimentAt: share("experiment at", lookups.experimentAt),
    experimentOfTask: share("experiment", lookups.experimentOfTask),
    appFile,
    ...(projectStats === undefined ? {} : { projectStats: share("stats", projectStats) }),
    ...(agent === undefined ? {} : { agent: share("agent", agent) }),
    ...(allAgents === undefined ? {} : { allAgents: share("all agents", allAgents) }),
    ...(allTrainModules === undefined ? {} : { allTrainModules: share("all modules", allTrainModules) }),
    ...(collectionImages === undefined ? {} : { collectionImages: share("collection", collectionImages) }),
  };
}
