import { describeHyperparameters } from "../describe-hyperparameters.ts";
import type { Framework } from "../framework.ts";
import { sparseInstApp } from "./app.ts";
import { sparseInstAuthors } from "./authors.ts";
import { sparseInstFileHyperparameters, sparseInstHyperparametersText } from "./hyperparameters.ts";
import { sparseInstModels } from "./models.ts";
import { sparseInstNotes, sparseInstRules } from "./notes.ts";

/**
 * The SparseInst training app: instance segmentation; two of its five models can be exported.
 * It does not start by itself, and the checkpoint it calls the best is the last.
 *
 * Source: platform facts, the app's own files and its main.py.
 */
export const sparseInst: Framework = {
  ...sparseInstApp,
  models: sparseInstModels,
  hyperparameters: describeHyperparameters(sparseInstFileHyperparameters, sparseInstNotes),
  hyperparametersText: sparseInstHyperparametersText,
  rules: sparseInstRules,
  authors: sparseInstAuthors,
  autostart: false,
  length: { path: "n_iterations", unit: "iterations" },
  keys: { batch: "batch_size", learningRate: "base_lr" },
  bestCheckpoint: "model_final.pth",
};
