import type { Selectors } from "./selectors.ts";

/** What the project and the app have, where a state refers to it. */
export interface StateFacts {
  /** Ids of the datasets in the project's tree; see `reachableDatasets`. */
  readonly datasets: ReadonlySet<number>;
  readonly collections: ReadonlySet<number>;
  /** The project's classes: a state may name them by id. */
  readonly classes?: readonly { readonly title: string; readonly id?: number | null | undefined }[];
  /** Names of the project's tags. */
  readonly tags?: readonly string[];
  readonly selectors?: Selectors;
}
