import { makeProblem } from "../../plan/problems/make-problem.ts";
import type { Problem } from "../../spec/problem.ts";

/** A second task of this start was there, and has been stopped. */
export function stoppedWarning(taskId: number, kept: number): Problem {
  const message = `Task ${taskId} was created by the same start as task ${kept}, and was stopped.`;
  return makeProblem("START_DUPLICATE_STOPPED", "start", message, { value: { taskId } });
}

/** A second task of this start is there, and could not be stopped. */
export function runningWarning(taskId: number, kept: number, key: string): Problem {
  const message = `Task ${taskId} was created by the same start as task ${kept}, and could not be stopped.`;
  const hint = `Stop task ${taskId}, or call start({ key: ${JSON.stringify(key)} }) once the instance answers: it does.`;
  return makeProblem("START_DUPLICATE_RUNS", "start", message, { hint, value: { taskId, key } });
}

/** The task is there, but whether it is the only one could not be looked up. */
export function uncheckedWarning(kept: number, key: string): Problem {
  const message = `Whether task ${kept} is the only one of its start could not be looked up.`;
  const hint = `Call start({ key: ${JSON.stringify(key)} }) once the instance answers: it stops any other.`;
  return makeProblem("START_UNCHECKED", "start", message, { hint, value: { key } });
}

/** A task was found by the caller's key, and what it was started with is not told. */
export function unknownStartWarning(taskId: number, key: string): Problem {
  const message = `Task ${taskId} has the key ${JSON.stringify(key)}; whether it was started with the same settings could not be looked up.`;
  const hint = `Look at what it trains: attach(instance, ${taskId}).drift() says it when it is over.`;
  return makeProblem("START_UNCHECKED", "start", message, { hint, value: { taskId, key } });
}
