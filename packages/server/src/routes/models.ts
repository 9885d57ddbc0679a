import { frameworks } from "@trainyard/presets";
import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute } from "../terms/route.ts";

/** What can be trained: frameworks, models, hyperparameters with their ranges. */
export const modelsRoute: AnyRoute = defineRoute({
  method: "GET",
  path: "/models",
  action: "read",
  name: "describe_training",
  about:
    "Frameworks and their models by task; with a framework also its hyperparameters, defaults and ranges.",
  input: v.object({ framework: v.optional(v.string()) }),
  execute: async ({ framework }) =>
    frameworks
      .filter(({ name }) => framework === undefined || name.toLowerCase() === framework.toLowerCase())
      .map(({ name, app, models, exports, autostart, limits = [], hyperparameters }) => ({
        ...{ framework: name, app, exports, startsByItself: autostart, limits },
        models: models.map((model) => ({ model: `${name}/${model.name}`, task: model.task })),
        ...(framework === undefined ? {} : { hyperparameters }),
      })),
});
