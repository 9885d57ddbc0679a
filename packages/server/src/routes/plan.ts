import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute } from "../terms/route.ts";
import { chainOf, saidEntries } from "./chain-of.ts";

/** What would be done. The plan is remembered by its hash, so that a start can be of just what was shown. */
export const planRoute: AnyRoute = defineRoute({
  method: "POST",
  path: "/plan",
  action: "plan",
  name: "plan_training",
  about:
    "Decides everything a training leaves open, by reading the instance; starts nothing. Gives the plan, its text to show to a person, and the hash to start it with.",
  input: v.object({ ...saidEntries, strict: v.optional(v.boolean()) }),
  execute: async ({ strict = false, ...said }, call) => {
    const plan = await chainOf(said, call).plan({ strict, signal: call.signal });
    call.plans.set(plan.hash, plan);
    return { hash: plan.hash, text: String(plan), plan };
  },
});
