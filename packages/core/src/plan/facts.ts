/** A team that the token can see. */
export interface Team {
  readonly id: number;
  readonly name: string;
}
/** A project as planning needs it. */
export interface Project {
  readonly id: number;
  readonly name: string;
  readonly teamId?: number;
  readonly workspaceId: number;
}
/** A class of a project. */
export interface ProjectClass {
  readonly title: string;
  readonly shape: string;
  readonly id?: number | null | undefined;
}
/** Classes and tags of a project, in the project's order. */
export interface ProjectMeta {
  readonly classes: readonly ProjectClass[];
  readonly tags: readonly { readonly name: string }[];
}
/** A training app in the ecosystem. */
export interface TrainModule {
  readonly id: number;
  readonly name: string;
  /** Paths of the app's own files in its repository, by key. */
  readonly files: Readonly<Record<string, string>>;
}
/** An agent, with the free memory of its GPUs in bytes. */
export interface Agent {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  /** Free bytes per GPU; undefined when the agent does not report GPUs. */
  readonly freeMemory?: readonly number[];
}
/** A named thing with an id: a dataset or a collection. */
export interface Named {
  readonly id: number;
  readonly name: string;
}
/** What an experiment says about itself, where a new training starts from it. */
export interface ExperimentFacts {
  readonly taskId: number;
  readonly projectId: number;
  readonly framework: string;
  readonly modelName: string;
  readonly artifactsDir: string;
}
