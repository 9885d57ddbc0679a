import { isTrainyardError } from "@trainyard/core";

const invalid = /INVALID|MISSING$|UNKNOWN|PRESET_|NOT_FOUND|STALE|KEY_|AMBIGUOUS$|UNSUPPORTED/;

/** What a script learns of an error: 1 failed, 2 the training or the command line is wrong, 3 time-out, 130 detached. */
export function exitCode(error: unknown): 1 | 2 | 3 | 130 {
  if (!isTrainyardError(error)) return 1;
  const { code } = error;
  if (code === "WAIT_TIMEOUT" || code === "WAIT_STALLED") return 3;
  if (code === "WAIT_DETACHED" || code === "START_ABORTED") return 130;
  if (code === "EXPERIMENT_MISSING" || code.startsWith("TASK_")) return 1;
  return invalid.test(code) ? 2 : 1;
}
