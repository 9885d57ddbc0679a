import { attach } from "@trainyard/core";
import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute } from "../terms/route.ts";
import { idText } from "./number-text.ts";

/** Stops a training and waits until its task has ended. */
export const stopRoute: AnyRoute = defineRoute({
  method: "POST",
  path: "/runs/:id/stop",
  action: "stop",
  name: "stop_training",
  about: "Stops a training and says what the platform made of it: stopped, or finished or failed before.",
  input: v.object({ id: idText }),
  preview: async ({ id }) => `Stop the training of task ${id}? What it has not saved is lost.`,
  execute: async ({ id }, { instance, signal }) => {
    const state = await attach(instance, id).stop({ signal });
    return { taskId: id, text: String(state), state };
  },
});
