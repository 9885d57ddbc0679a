import type {
  Agent,
  ExperimentFacts,
  Named,
  Project,
  ProjectMeta,
  ProjectStats,
  Team,
  TrainModule,
} from "./facts.ts";

/** What planning may ask of the world. An instance answers it; a test can too. */
export interface Lookups {
  /** The team said by the environment or the caller, if any. */
  readonly teamId?: number;
  /** The teams the token can see. */
  teams(): Promise<readonly Team[]>;
  /** @throws PROJECT_NOT_FOUND */
  project(id: number): Promise<Project>;
  /** Classes and tags, in the project's order. */
  projectMeta(id: number): Promise<ProjectMeta>;
  /** Training apps of a framework, oldest first. */
  trainModules(framework: string): Promise<readonly TrainModule[]>;
  /** Running agents of a team that have a GPU. */
  agents(teamId: number): Promise<readonly Agent[]>;
  /** All datasets of a project, nested ones included. */
  datasets(projectId: number): Promise<readonly Named[]>;
  /** The collections of a project. */
  collections(projectId: number): Promise<readonly Named[]>;
  /** Whether Team Files has a file at this path. */
  fileExists(teamId: number, path: string): Promise<boolean>;
  /** The experiment whose artifacts are in this folder of Team Files. */
  experimentAt(teamId: number, artifactsDir: string): Promise<ExperimentFacts>;
  /** @throws EXPERIMENT_NOT_FOUND */
  experimentOfTask(taskId: number): Promise<ExperimentFacts>;
  /** A text file of the training app's repository; `version` is the release it is kept under. */
  appFile(moduleId: number, path: string, version?: string, need?: "asked once"): Promise<string>;
  /** The projects of a name, in one team or in all that the token can see. */
  projectsNamed?(name: string, teamId: number | undefined): Promise<readonly Project[]>;
  // What follows only finds more mistakes: a world that lacks it, or fails to answer, is checked less.
  /** How often classes and tags occur. */
  projectStats?(id: number): Promise<ProjectStats>;
  /** One agent, running or not. @throws NOT_FOUND */
  agent?(id: number): Promise<Agent>;
  /** Every agent of a team, in whatever state. */
  allAgents?(teamId: number): Promise<readonly Agent[]>;
  /** The training apps of all frameworks. */
  allTrainModules?(): Promise<readonly TrainModule[]>;
  /** Ids of the images in a collection. */
  collectionImages?(projectId: number, collectionId: number): Promise<readonly number[]>;
  /** The team of a project, if it was read before: lets agents be asked for in the first round. */
  knownTeam?(projectId: number): number | undefined;
  /** The same look-ups, which end with the signal's reason once it is aborted. */
  until?(signal: AbortSignal): Lookups;
}
