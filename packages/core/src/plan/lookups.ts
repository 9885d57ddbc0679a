import type { Agent, ExperimentFacts, Named, Project, ProjectMeta, Team, TrainModule } from "./facts.ts";

/** What planning may ask of the world. An instance answers it; a test can too. */
export interface Lookups {
  /** The team said by the environment or the caller, if any. */
  readonly teamId?: number;
  teams(): Promise<readonly Team[]>;
  project(id: number): Promise<Project>;
  projectMeta(id: number): Promise<ProjectMeta>;
  trainModules(framework: string): Promise<readonly TrainModule[]>;
  agents(teamId: number): Promise<readonly Agent[]>;
  datasets(projectId: number): Promise<readonly Named[]>;
  collections(projectId: number): Promise<readonly Named[]>;
  fileExists(teamId: number, path: string): Promise<boolean>;
  /** The experiment whose artifacts are in this folder of Team Files. */
  experimentAt(teamId: number, artifactsDir: string): Promise<ExperimentFacts>;
  experimentOfTask(taskId: number): Promise<ExperimentFacts>;
  /** A text file of the training app's repository. */
  appFile(moduleId: number, path: string): Promise<string>;
}
