import type { Problem } from "../spec/problem.ts";

/** A second task of this start was there, and has been stopped. */
export function stoppedWarning(taskId: number, kept: number): Problem {
  return warning(
    "START_DUPLICATE_STOPPED",
    { taskId },
    `Task ${taskId} was created by the same start as task ${kept}, and was stopped.`,
    "Nothing need be done; the network or another process sent the start twice.",
  );
}

/** A second task of this start is there, and could not be stopped. */
export function runningWarning(taskId: number, kept: number, key: string): Problem {
  return warning(
    "START_DUPLICATE_RUNS",
    { taskId, key },
    `Task ${taskId} was created by the same start as task ${kept}, and could not be stopped.`,
    `Stop task ${taskId}, or call start({ key: ${JSON.stringify(key)} }) once the instance answers: it does.`,
  );
}

/** The task is there, but whether it is the only one could not be looked up. */
export function uncheckedWarning(kept: number, key: string): Problem {
  return warning(
    "START_UNCHECKED",
    { key },
    `Whether task ${kept} is the only one of its start could not be looked up.`,
    `Call start({ key: ${JSON.stringify(key)} }) once the instance answers: it stops any other.`,
  );
}

function warning(code: string, value: unknown, message: string, hint: string): Problem {
  return { code, severity: "warning", path: "start", message, hint, value };
}
