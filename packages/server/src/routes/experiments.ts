import { listExperiments } from "@trainyard/core/compare";
import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute } from "../terms/route.ts";
import { idText } from "./number-text.ts";

/** What trainings have left. */
export const experimentsRoute: AnyRoute = defineRoute({
  method: "GET",
  path: "/experiments",
  action: "read",
  name: "list_experiments",
  about: "Experiments of finished trainings, newest first: model, metrics, best checkpoint, exports.",
  input: v.object({
    project: v.optional(idText),
    framework: v.optional(v.string()),
    model: v.optional(v.string()),
    task: v.optional(v.string()),
    since: v.optional(v.string()),
  }),
  execute: async ({ project, framework, model, task, since }, { instance, signal }) => ({
    experiments: await listExperiments(instance, {
      ...(project === undefined ? {} : { project }),
      ...(framework === undefined ? {} : { framework }),
      ...(model === undefined ? {} : { model }),
      ...(task === undefined ? {} : { task }),
      ...(since === undefined ? {} : { since }),
      signal,
    }),
  }),
});
