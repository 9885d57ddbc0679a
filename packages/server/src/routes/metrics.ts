import { attach } from "@trainyard/core";
import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute } from "../terms/route.ts";
import { idText } from "./number-text.ts";

/** What a training measured so far. */
export const metricsRoute: AnyRoute = defineRoute({
  method: "GET",
  path: "/runs/:id/metrics",
  action: "read",
  name: "read_metrics",
  about: "The losses and metrics of a training by epoch, as numbers.",
  input: v.object({ id: idText }),
  execute: async ({ id }, { instance, signal }) => ({
    points: await attach(instance, id).metrics({ signal }),
  }),
});
