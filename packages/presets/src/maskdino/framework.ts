import { describeHyperparameters } from "../describe-hyperparameters.ts";
import type { Framework } from "../framework.ts";
import { maskDinoApp } from "./app.ts";
import { maskDinoAuthors } from "./authors.ts";
import { maskDinoFileHyperparameters, maskDinoHyperparametersText } from "./hyperparameters.ts";
import { maskDinoModels } from "./models.ts";
import { maskDinoNotes, maskDinoRules } from "./notes.ts";

/**
 * The MaskDINO training app: semantic segmentation, without exports.
 * It does not start by itself, and crashes when a state speaks of exports; the checkpoint it calls the best is the last.
 *
 * Source: platform facts, the app's own files and its main.py.
 */
export const maskDino: Framework = {
  ...maskDinoApp,
  models: maskDinoModels,
  hyperparameters: describeHyperparameters(maskDinoFileHyperparameters, maskDinoNotes),
  hyperparametersText: maskDinoHyperparametersText,
  rules: maskDinoRules,
  authors: maskDinoAuthors,
  autostart: false,
  length: { path: "n_iterations", unit: "iterations" },
  keys: { batch: "batch_size", learningRate: "base_lr" },
  bestCheckpoint: "model_final.pth",
};
