import type { Draft } from "immer";
import type { Stage } from "./app-text.ts";
import type { RunState } from "./run-state.ts";

const order: readonly Stage[] = ["preparing", "training", "finalizing"];

/** A stage that the app or its log tells of. One lags behind the other, so a stage only ever leads on. */
export function reach(draft: Draft<RunState>, stage: Stage | undefined): void {
  if (stage === undefined) return;
  const { evidence } = draft;
  delete evidence.silent;
  delete evidence.failedStep;
  if (evidence.stage === undefined || order.indexOf(stage) > order.indexOf(evidence.stage))
    evidence.stage = stage;
}

/** A person pressed Start again after a failure: what the last try left is of no meaning. */
export function beginAnew(draft: Draft<RunState>): void {
  const { evidence } = draft;
  delete evidence.failure;
  delete evidence.stage;
  delete evidence.logError;
  delete evidence.pace;
  delete draft.epoch;
  delete draft.timeLeft;
}
