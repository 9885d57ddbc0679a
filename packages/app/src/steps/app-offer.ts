import type { ExportFormat } from "@trainyard/core";
import type { HyperparameterFacts, HyperparameterRule, Json } from "@trainyard/core/spec";
import type { Selectors } from "../state/selectors.ts";

/** A model that a training app offers. */
export interface TrainAppModel {
  readonly name: string;
  /** What it does, e.g. "object detection". */
  readonly task: string;
  /** Further columns of the page's table of models, e.g. `{ mAP: 39.5, paramsM: 2.6 }`. */
  readonly columns?: Readonly<Record<string, Json>>;
}

/** What a training app offers its user to choose from. */
export interface AppOffer {
  readonly models: readonly TrainAppModel[];
  /** Formats the app can export to, in addition to its checkpoints. */
  readonly exports: readonly ExportFormat[];
  /** Selectors of the page that are not as usual. */
  readonly selectors?: Selectors;
  /** What is known of the hyperparameters: the page completes them and names what is out of range. */
  readonly hyperparameterFacts?: readonly HyperparameterFacts[];
  readonly hyperparameterRules?: readonly HyperparameterRule[];
  /** Devices to choose from, the first one preselected, e.g. `["cuda:0", "cpu"]`; left out: the app decides. */
  readonly devices?: readonly string[];
  /** Whether checkpoints of earlier experiments can be trained on; default true. */
  readonly customModels?: boolean;
}
