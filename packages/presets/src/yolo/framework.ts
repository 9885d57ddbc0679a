import { describeHyperparameters } from "../describe-hyperparameters.ts";
import type { Framework } from "../framework.ts";
import { yoloApp } from "./app.ts";
import { yoloAuthors } from "./authors.ts";
import { yoloFileHyperparameters, yoloHyperparametersText } from "./hyperparameters.ts";
import { yoloModels } from "./models.ts";
import { yoloNotes, yoloRules } from "./notes.ts";

/**
 * The YOLO training app: 59 models from YOLOv5 to YOLO26, detection and instance segmentation.
 *
 * Source: platform facts, the app's own files and its main.py.
 */
export const yolo: Framework = {
  ...yoloApp,
  // The app opens its table on the second row.
  defaultModel: "YOLO26s-det",
  models: yoloModels,
  hyperparameters: describeHyperparameters(yoloFileHyperparameters, yoloNotes),
  hyperparametersText: yoloHyperparametersText,
  rules: yoloRules,
  authors: yoloAuthors,
  // Row 1 of its table, in main.py; v1.0.40 (2026-01) still does.
  selectsModelSince: "v1.0.36",
  autostart: true,
  length: { path: "epochs", unit: "epochs" },
  keys: { batch: "batch", seed: "seed", learningRate: "lr0" },
  bestCheckpoint: "best.pt",
};
