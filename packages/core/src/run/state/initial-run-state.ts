import { showAs } from "../../show/show-as.ts";
import type { RunState } from "./run-state.ts";
import { runStateText } from "./run-state-text.ts";

/** How a state prints. It is data all the same: immer drafts it, and JSON takes its members. */
const looks: object = { [Symbol.for("immer-draftable")]: true };
showAs(looks as RunState, runStateText);

/** A state of these values, frozen, that prints in a few lines. */
export function runState(values: RunState): RunState {
  return Object.freeze(Object.assign(Object.create(looks), values));
}

/** The state before anything is known. */
export const initialRunState: RunState = runState({
  phase: "queued",
  status: "queued",
  app: "",
  isUp: false,
  lastLog: Object.freeze([]),
  warnings: Object.freeze([]),
  evidence: Object.freeze({}),
});
