import type { TrainRun } from "@trainyard/core";
import { TrainyardError } from "@trainyard/core";
import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute, Call } from "../terms/route.ts";
import { chainOf, saidEntries } from "./chain-of.ts";

const input = v.object({ ...saidEntries, hash: v.optional(v.string()), key: v.optional(v.string()) });

/** Starts exactly one task: of a plan that was shown, or of settings. */
export const startRoute: AnyRoute = defineRoute({
  method: "POST",
  path: "/start",
  action: "start",
  name: "start_training",
  about:
    "Starts a training: with the hash of a plan just that plan, refused as PLAN_STALE with the difference when it would be another by now. The same key starts nothing twice.",
  input,
  preview: async ({ hash }, { plans }) => {
    const plan = plans.get(hash ?? "");
    if (plan !== undefined) return `Start this training?\n\n${plan}`;
    throw unknownPlan(hash ?? "");
  },
  execute: async (said, call) => {
    const key = said.key ?? call.idempotencyKey;
    const options = { signal: call.signal, ...(key === undefined ? {} : { key }) };
    const run =
      said.hash === undefined
        ? await chainOf(said, call).start(options)
        : await planned(said.hash, call, options);
    const { taskId, ref, url, adopted, warnings } = run;
    return { taskId, ref, url, adopted, warnings };
  },
});

function planned(
  hash: string,
  { plans }: Call,
  options: { signal: AbortSignal; key?: string },
): Promise<TrainRun> {
  const plan = plans.get(hash);
  if (plan !== undefined) return plan.start(options);
  throw unknownPlan(hash);
}

function unknownPlan(hash: string): TrainyardError {
  return new TrainyardError("PLAN_STALE", `No plan ${hash.slice(0, 12)} is remembered here.`, {
    hint: "Plan again, show it, and start that.",
    facts: { hash },
  });
}
