import { attach } from "@trainyard/core";
import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute } from "../terms/route.ts";
import { idText } from "./number-text.ts";

/** Where a run stands now. */
export const runRoute: AnyRoute = defineRoute({
  method: "GET",
  path: "/runs/:id",
  action: "read",
  name: "watch_training",
  about: "Where a training stands: phase, epochs, time left, the newest log lines, what it warned of.",
  input: v.object({ id: idText }),
  execute: async ({ id }, { instance, signal }) => {
    const run = attach(instance, id);
    const state = await run.status({ signal });
    return { taskId: id, ref: run.ref, text: String(state), state };
  },
});
