import type { Agent, ExperimentFacts, Named, Project, ProjectMeta, Team, TrainModule } from "./facts.ts";

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
  /** A text file of the training app's repository. */
  appFile(moduleId: number, path: string): Promise<string>;
}
