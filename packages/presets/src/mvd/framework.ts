import { describeHyperparameters } from "../describe-hyperparameters.ts";
import type { Framework } from "../framework.ts";
import { mvdApp } from "./app.ts";
import { mvdAuthors } from "./authors.ts";
import { mvdFileHyperparameters, mvdHyperparametersText } from "./hyperparameters.ts";
import { mvdModels } from "./models.ts";
import { mvdNotes, mvdRules } from "./notes.ts";

/**
 * The MVD training app: actions of mice in videos. TrainApi cannot drive it.
 *
 * Source: platform facts, the app's own files and its main.py.
 */
export const mvd: Framework = {
  ...mvdApp,
  models: mvdModels,
  hyperparameters: describeHyperparameters(mvdFileHyperparameters, mvdNotes),
  hyperparametersText: mvdHyperparametersText,
  rules: mvdRules,
  authors: mvdAuthors,
  autostart: false,
  limits: [
    "It is built on an SDK that does not read the state TrainApi sends, so only its page can set it up.",
  ],
  length: { path: "epochs", unit: "epochs" },
  keys: { batch: "batch_size", learningRate: "lr" },
  bestCheckpoint: "best.pth",
};
