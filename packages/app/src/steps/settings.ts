import type { PlannedTraining, ProjectMeta } from "@trainyard/core/plan";

/** The eight steps as the page holds them: everything a training needs, chosen and checked. */
export interface Settings extends PlannedTraining {
  readonly project: { readonly id: number; readonly name: string; readonly teamId: number };
  readonly meta: ProjectMeta;
  /** Names of tags; only where the app asks for some. */
  readonly tags?: readonly string[];
  /** One of the app's devices; only where it offers some and the page was asked. */
  readonly device?: string;
}
