import type { TrainPlan } from "../plan/terms/train-plan.ts";
import { contentHash } from "../spec/content-hash.ts";
import type { StartBody } from "./start-body.ts";
import { startBody } from "./start-body.ts";

/** Stands where a start puts its run key. */
const keyPlaceholder = "KEY";

/** The exact request of a plan's start, but for its run key. */
export function planRequest(plan: TrainPlan): StartBody {
  return startBody(plan, keyPlaceholder);
}

/** A name for what would be sent: two plans with one hash start the same training. */
export function planHash(plan: TrainPlan): string {
  return contentHash(planRequest(plan));
}
