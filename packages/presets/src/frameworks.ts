import type { ExportFormat } from "@trainyard/core";
import { deim } from "./deim/framework.ts";
import type { DeimHyperparameters } from "./deim/hyperparameters.ts";
import type { DeimModelName } from "./deim/models.ts";
import type { Framework } from "./framework.ts";
import { maskDino } from "./maskdino/framework.ts";
import type { MaskDinoHyperparameters } from "./maskdino/hyperparameters.ts";
import type { MaskDinoModelName } from "./maskdino/models.ts";
import { mvd } from "./mvd/framework.ts";
import type { MvdHyperparameters } from "./mvd/hyperparameters.ts";
import type { MvdModelName } from "./mvd/models.ts";
import { rtDetrv2 } from "./rt-detrv2/framework.ts";
import type { RtDetrv2Hyperparameters } from "./rt-detrv2/hyperparameters.ts";
import type { RtDetrv2ModelName } from "./rt-detrv2/models.ts";
import { sparseInst } from "./sparseinst/framework.ts";
import type { SparseInstHyperparameters } from "./sparseinst/hyperparameters.ts";
import type { SparseInstModelName, SparseInstModelWithoutExport } from "./sparseinst/models.ts";
import { yolo } from "./yolo/framework.ts";
import type { YoloHyperparameters } from "./yolo/hyperparameters.ts";
import type { YoloModelName } from "./yolo/models.ts";

/** What the compiler knows of a framework. */
interface FrameworkRow<Model extends string, Hyperparameters, Exports, WithoutExport extends Model = never> {
  model: Model;
  hyperparameters: Hyperparameters;
  exports: Exports;
  /** Models that cannot be exported though their app can export others. */
  withoutExport: WithoutExport;
}

/** What the compiler knows of each framework: a row here gives a chain its completion. */
export interface FrameworkTypes {
  YOLO: FrameworkRow<YoloModelName, YoloHyperparameters, ExportFormat>;
  "RT-DETRv2": FrameworkRow<RtDetrv2ModelName, RtDetrv2Hyperparameters, ExportFormat>;
  DEIM: FrameworkRow<DeimModelName, DeimHyperparameters, ExportFormat>;
  SparseInst: FrameworkRow<
    SparseInstModelName,
    SparseInstHyperparameters,
    ExportFormat,
    SparseInstModelWithoutExport
  >;
  MaskDINO: FrameworkRow<MaskDinoModelName, MaskDinoHyperparameters, never>;
  MVD: FrameworkRow<MvdModelName, MvdHyperparameters, never>;
}

/** Every framework with a folder here. */
export const frameworks: readonly Framework[] = [yolo, rtDetrv2, deim, sparseInst, maskDino, mvd];
