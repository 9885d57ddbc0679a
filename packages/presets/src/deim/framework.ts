import { describeHyperparameters } from "../describe-hyperparameters.ts";
import type { Framework } from "../framework.ts";
import { deimApp } from "./app.ts";
import { deimAuthors } from "./authors.ts";
import { deimFileHyperparameters, deimHyperparametersText } from "./hyperparameters.ts";
import { deimModels } from "./models.ts";
import { deimNotes, deimRules } from "./notes.ts";

/**
 * The DEIM training app: DEIMv2, and D-FINE and RT-DETRv2 trained the DEIM way.
 *
 * Source: platform facts, the app's own files and its main.py.
 */
export const deim: Framework = {
  ...deimApp,
  models: deimModels,
  hyperparameters: describeHyperparameters(deimFileHyperparameters, deimNotes),
  hyperparametersText: deimHyperparametersText,
  rules: deimRules,
  authors: deimAuthors,
  autostart: true,
  length: { path: "epoches", unit: "epochs" },
  keys: { batch: "batch_size", learningRate: "optimizer.lr" },
  bestCheckpoint: "best.pth",
};
