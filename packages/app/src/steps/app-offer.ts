import type { ExportFormat } from "@trainyard/core";
import type { Selectors } from "../state/selectors.ts";

/** A model that a training app offers. */
export interface TrainAppModel {
  readonly name: string;
  /** What it does, e.g. "object detection". */
  readonly task: string;
}

/** What a training app offers its user to choose from. */
export interface AppOffer {
  readonly models: readonly TrainAppModel[];
  /** Formats the app can export to, in addition to its checkpoints. */
  readonly exports: readonly ExportFormat[];
  /** Selectors of the page that are not as usual. */
  readonly selectors?: Selectors;
}
