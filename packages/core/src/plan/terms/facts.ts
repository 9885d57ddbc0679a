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
  /** E.g. "images" or "videos", where the instance says so. */
  readonly type?: string;
  readonly imagesCount?: number;
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
/** How often things occur in a project. */
export interface ProjectStats {
  readonly images: number;
  /** Objects by class. */
  readonly objects: Readonly<Record<string, number>>;
  /** Images by class that occurs in them, where the instance says so. */
  readonly classImages?: Readonly<Record<string, number>>;
  /** Images by tag. */
  readonly taggedImages: Readonly<Record<string, number>>;
}
/** A training app in the ecosystem. */
export interface TrainModule {
  readonly id: number;
  readonly name: string;
  /** Paths of the app's own files in its repository, by key. */
  readonly files: Readonly<Record<string, string>>;
  /** Its newest release, where the instance says so. */
  readonly version?: string;
  /** Its framework, as its category says. */
  readonly framework?: string;
  /** False where the app says that it runs without a GPU. */
  readonly needsGpu?: boolean;
  /** Whether it rehearses its framework, with a small network in place of the models. */
  readonly rehearsal?: boolean;
}
/** An agent, with the free memory of its GPUs in bytes. */
export interface Agent {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  /** Free bytes per GPU; undefined when the agent does not report GPUs. */
  readonly freeMemory?: readonly number[];
  /** The platform's word, e.g. "running"; left out where it does not say. */
  readonly status?: string;
}
/** A named thing with an id: a dataset or a collection. */
export interface Named {
  readonly id: number;
  readonly name: string;
  /** Its own images, without those of nested datasets; left out where the instance does not say. */
  readonly imagesCount?: number;
  /** The dataset it is nested in. */
  readonly parentId?: number | null;
}
/** What an experiment says about itself, where a new training starts from it. */
export interface ExperimentFacts {
  readonly taskId: number;
  readonly projectId: number;
  readonly framework: string;
  readonly modelName: string;
  readonly artifactsDir: string;
  /** What its model does, e.g. "object detection". */
  readonly taskType?: string;
  /** File names of its checkpoints. */
  readonly checkpoints?: readonly string[];
}
