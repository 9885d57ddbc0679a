import type { RunState } from "./run-state.ts";

/** Whether the task itself has ended. A training may be over before: a failed one leaves its app running. */
export function isEnded(status: string): boolean {
  return status === "finished" || status === "error" || status === "stopped";
}

/** Minutes without news after which a lost agent, or a status that is not known, is no longer waited for. */
const patience = 10;

/** Whether nothing more will come of the run by itself. A task that is terminating still ends. */
export function isOver(state: RunState): boolean {
  if (isEnded(state.status)) return true;
  if (state.phase === "failed" || state.phase === "idle") return true;
  const isLost = state.phase === "agentLost" || state.phase === "unknown";
  return isLost && (state.evidence.quiet ?? 0) >= patience;
}
