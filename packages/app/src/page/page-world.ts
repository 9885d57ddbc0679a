import type { ProjectMeta, ProjectStats } from "@trainyard/core/plan";
import type { AppOffer } from "../steps/app-offer.ts";
import type { PageApp, PageExperiment, PageProject } from "./page-state.ts";

/** Everything the page is shown over, read once when the app starts. */
export interface PageWorld {
  readonly taskId: number;
  readonly teamId: number;
  /** Address of the instance. */
  readonly instance: string;
  readonly offer: AppOffer;
  readonly app: PageApp;
  readonly project: PageProject;
  readonly meta: ProjectMeta;
  readonly stats: ProjectStats | undefined;
  /** Ids of the images of each collection, where they were read. */
  readonly members: ReadonlyMap<number, readonly number[]> | undefined;
  readonly experiments: readonly PageExperiment[];
}
