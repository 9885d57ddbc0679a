import { expectTypeOf } from "expect-type";
import type { TrainAppDefinition, TrainContext, TrainingResult } from "./index.ts";
import { defineTrainApp, runTrainApp } from "./index.ts";

const app = defineTrainApp({
  framework: "Mean",
  models: [{ name: "Mean-1", task: "object detection" }],
  hyperparameters: "epochs: 3\n",
  exports: [],
  autostart: true,
  train: async (context) => {
    expectTypeOf(context).toEqualTypeOf<TrainContext>();
    expectTypeOf(context.signal).toEqualTypeOf<AbortSignal>();
    return { checkpoints: ["best.pt"], best: "best.pt", metrics: {} };
  },
});
expectTypeOf(app).toEqualTypeOf<TrainAppDefinition>();
expectTypeOf<TrainAppDefinition["train"]>().returns.resolves.toEqualTypeOf<TrainingResult>();
expectTypeOf(runTrainApp).parameter(0).toEqualTypeOf<TrainAppDefinition>();
// @ts-expect-error a training app trains
defineTrainApp({ framework: "Mean", models: [], hyperparameters: "", exports: [], autostart: true });
