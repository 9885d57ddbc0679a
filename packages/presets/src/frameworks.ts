import type { ExportFormat } from "@trainyard/core";
import type { Framework } from "./framework.ts";
import { yolo } from "./yolo/framework.ts";
import type { YoloHyperparameters } from "./yolo/hyperparameters.ts";
import type { YoloModelName } from "./yolo/models.ts";

/** What the compiler knows of each framework: a row here gives a chain its completion. */
export interface FrameworkTypes {
  YOLO: { model: YoloModelName; hyperparameters: YoloHyperparameters; exports: ExportFormat };
}

/** Every framework with a folder here. */
export const frameworks: readonly Framework[] = [yolo];
