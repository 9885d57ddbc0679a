/** A task as the instance's page shows it. Times are ISO texts. */
export interface PageTask {
  readonly id: number;
  readonly name: string;
  readonly app: string;
  readonly status: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly error: string | null;
  readonly projectId: number | null;
  /** The experiment's name, once there is one. */
  readonly experiment: string | null;
}
/** A record of a task's log. */
export interface PageLogLine {
  readonly time: string;
  readonly level: string;
  readonly message: string;
}
/** How far a step of a task is. */
export interface PageProgress {
  readonly label: string;
  readonly current: number;
  readonly total: number;
}
/** Measured values by epoch. */
export interface PageSeries {
  readonly name: string;
  readonly points: readonly (readonly [epoch: number, value: number])[];
}
/** An experiment in a list. */
export interface PageExperiment {
  readonly taskId: number;
  readonly name: string;
  readonly framework: string;
  readonly model: string;
  readonly taskType: string;
  readonly projectId: number;
  readonly project: string;
  readonly date: string;
  readonly classes: number;
  readonly train: number | null;
  readonly val: number | null;
  readonly metrics: Readonly<Record<string, number>>;
  readonly artifactsDir: string;
  readonly best: string;
  readonly checkpoints: readonly string[];
  /** Paths below the artifacts folder by runtime. */
  readonly exports: Readonly<Record<string, string>>;
  /** Address of the evaluation report on this instance. */
  readonly report: string | null;
}
/** An experiment with what it takes to compare it. */
export interface PageExperimentDetail extends PageExperiment {
  /** The effective text; empty where the file is missing. */
  readonly hyperparameters: string;
  readonly series: readonly PageSeries[];
}
/** A project in a list. */
export interface PageProject {
  readonly id: number;
  readonly name: string;
  readonly images: number;
  readonly datasets: number;
  readonly createdAt: string;
  /** Id of the image that stands for it. */
  readonly cover: number | null;
}
/** A project with its parts. */
export interface PageProjectDetail extends PageProject {
  readonly tree: readonly {
    readonly id: number;
    readonly name: string;
    readonly parentId: number | null;
    readonly images: number;
  }[];
  readonly classes: readonly {
    readonly title: string;
    readonly color: string;
    readonly shape: string;
    readonly images: number;
    readonly objects: number;
  }[];
  readonly tags: readonly { readonly name: string; readonly images: number }[];
}
/** An image of a project. */
export interface PageImage {
  readonly id: number;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly tags: readonly string[];
  readonly objects: number;
}
/** An object of an image as it is drawn, in pixels of the image. */
export interface PageObject {
  readonly title: string;
  readonly color: string;
  /** Points of an outline, a line or single points; empty for a mask. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly holes: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly kind: "area" | "line" | "point" | "mask";
  /** A coloured picture of a mask, and where its corner lies. */
  readonly mask?: {
    readonly url: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}
/** An entry of Team Files. */
export interface PageFile {
  readonly path: string;
  readonly name: string;
  readonly isDir: boolean;
  /** Bytes. */
  readonly size: number;
  readonly updatedAt: string;
}
/** A training app. */
export interface PageApp {
  readonly id: number;
  readonly name: string;
  readonly framework: string;
  readonly version: string;
  readonly slug: string;
  readonly rehearsal: boolean;
}
/** An agent and its devices. */
export interface PageAgent {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly devices: readonly { readonly name: string; readonly free: number; readonly total: number }[];
}
