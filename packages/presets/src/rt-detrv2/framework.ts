import { describeHyperparameters } from "../describe-hyperparameters.ts";
import type { Framework } from "../framework.ts";
import { rtDetrv2App } from "./app.ts";
import { rtDetrv2Authors } from "./authors.ts";
import { rtDetrv2FileHyperparameters, rtDetrv2HyperparametersText } from "./hyperparameters.ts";
import { rtDetrv2Models } from "./models.ts";
import { rtDetrv2Notes, rtDetrv2Rules } from "./notes.ts";

/**
 * The RT-DETRv2 training app: five transformers that detect in real time.
 *
 * Source: platform facts, the app's own files and its main.py.
 */
export const rtDetrv2: Framework = {
  ...rtDetrv2App,
  models: rtDetrv2Models,
  hyperparameters: describeHyperparameters(rtDetrv2FileHyperparameters, rtDetrv2Notes),
  hyperparametersText: rtDetrv2HyperparametersText,
  rules: rtDetrv2Rules,
  authors: rtDetrv2Authors,
  autostart: true,
  length: { path: "epoches", unit: "epochs" },
  keys: { batch: "batch_size", learningRate: "optimizer.lr" },
  bestCheckpoint: "best.pth",
};
