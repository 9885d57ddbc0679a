import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute } from "../terms/route.ts";
import { chainOf, saidEntries } from "./chain-of.ts";

/** Every problem that can be found without asking the instance. */
export const checkRoute: AnyRoute = defineRoute({
  method: "POST",
  path: "/check",
  action: "read",
  name: "check_training",
  about: "Finds every mistake in a training's settings, each with its mend. Asks nobody, starts nothing.",
  input: v.object(saidEntries),
  execute: async (said, call) => ({ problems: chainOf(said, call).check() }),
});
