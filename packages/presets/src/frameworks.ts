import type { DeimAuthorsHyperparameters } from "./deim/authors-hyperparameters.ts";
import { deim } from "./deim/framework.ts";
import type { DeimHyperparameters } from "./deim/hyperparameters.ts";
import type { DeimModelName } from "./deim/models.ts";
import type { Framework } from "./framework.ts";
import type { MaskDinoAuthorsHyperparameters } from "./maskdino/authors-hyperparameters.ts";
import { maskDino } from "./maskdino/framework.ts";
import type { MaskDinoHyperparameters } from "./maskdino/hyperparameters.ts";
import type { MaskDinoModelName } from "./maskdino/models.ts";
import type { MvdAuthorsHyperparameters } from "./mvd/authors-hyperparameters.ts";
import { mvd } from "./mvd/framework.ts";
import type { MvdHyperparameters } from "./mvd/hyperparameters.ts";
import type { MvdModelName } from "./mvd/models.ts";
import type { RtDetrv2AuthorsHyperparameters } from "./rt-detrv2/authors-hyperparameters.ts";
import { rtDetrv2 } from "./rt-detrv2/framework.ts";
import type { RtDetrv2Hyperparameters } from "./rt-detrv2/hyperparameters.ts";
import type { RtDetrv2ModelName } from "./rt-detrv2/models.ts";
import type { SparseInstAuthorsHyperparameters } from "./sparseinst/authors-hyperparameters.ts";
import { sparseInst } from "./sparseinst/framework.ts";
import type { SparseInstHyperparameters } from "./sparseinst/hyperparameters.ts";
import type { SparseInstModelName, SparseInstModelWithoutExport } from "./sparseinst/models.ts";
import type { YoloAuthorsHyperparameters } from "./yolo/authors-hyperparameters.ts";
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
  YOLO: FrameworkRow<YoloModelName, YoloHyperparameters & YoloAuthorsHyperparameters, "onnx" | "tensorrt">;
  "RT-DETRv2": FrameworkRow<
    RtDetrv2ModelName,
    RtDetrv2Hyperparameters & RtDetrv2AuthorsHyperparameters,
    "onnx" | "tensorrt"
  >;
  DEIM: FrameworkRow<DeimModelName, DeimHyperparameters & DeimAuthorsHyperparameters, "onnx" | "tensorrt">;
  SparseInst: FrameworkRow<
    SparseInstModelName,
    SparseInstHyperparameters & SparseInstAuthorsHyperparameters,
    "onnx" | "tensorrt",
    SparseInstModelWithoutExport
  >;
  MaskDINO: FrameworkRow<MaskDinoModelName, MaskDinoHyperparameters & MaskDinoAuthorsHyperparameters, never>;
  MVD: FrameworkRow<MvdModelName, MvdHyperparameters & MvdAuthorsHyperparameters, never>;
}

/** Every framework with a folder here. */
export const frameworks: readonly Framework[] = [yolo, rtDetrv2, deim, sparseInst, maskDino, mvd];
