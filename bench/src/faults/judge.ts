import type { TrainRun } from "@trainyard/core";
import { isTrainyardError } from "@trainyard/core";
import type { CaseReport, Ended } from "./case-report.ts";
import type { HeldTask } from "./tasks-of.ts";

/** Virtual milliseconds within which a start must end: the promise of startOnce. */
const startWithin = 315_000;

/** Judges a case by what its caller was told and by what the instance holds. */
export function judge(seen: {
  readonly ended: Ended;
  /** Tasks when the start had ended and everything late had arrived. */
  readonly after: readonly HeldTask[];
  /** The run of a second start by the key, where one was needed. */
  readonly settled: TrainRun | undefined;
  /** Tasks after that. */
  readonly tasks: readonly HeldTask[];
  readonly took: number;
}): Pick<CaseReport, "duplicatesStopped" | "duplicatesLeft" | "lost" | "wrong"> {
  const { ended, after, settled, tasks, took } = seen;
  const run = settled ?? ("run" in ended ? ended.run : undefined);
  const running = tasks.filter(({ status }) => status === "started");
  const duplicatesLeft = running.filter(({ id }) => id !== run?.taskId).length;
  const known = knownIds(ended);
  // A key finds whatever carries it, and a second start by the key has found it.
  const lost = settled === undefined ? after.filter(({ id }) => !known.has(id)).length : 0;
  const wrong = [
    ...(took > startWithin ? [`It took ${took / 1000} virtual seconds.`] : []),
    ...(duplicatesLeft > 0 ? [`${duplicatesLeft} tasks run beside the caller's.`] : []),
    ...(lost > 0 ? [`${lost} tasks are unknown to the caller.`] : []),
    ...(run !== undefined && !running.some(({ id }) => id === run.taskId)
      ? [`The caller's task ${run.taskId} does not run.`]
      : []),
    ...(run !== undefined && tasks[0]?.id !== run.taskId
      ? [`The caller has task ${run.taskId}, the lowest is ${tasks[0]?.id}.`]
      : []),
    ...("error" in ended ? errorProblems(ended.error) : []),
  ];
  return { duplicatesStopped: tasks.length - running.length, duplicatesLeft, lost, wrong };
}

function knownIds(ended: Ended): ReadonlySet<unknown> {
  if (!("run" in ended)) return new Set(isTrainyardError(ended.error) ? [ended.error.taskId] : []);
  const told = ended.run.warnings.map(({ value }) =>
    typeof value === "object" && value !== null && "taskId" in value ? value.taskId : undefined,
  );
  return new Set([ended.run.taskId, ...told]);
}

/** Whatever is thrown once a request may have left is typed and names the key; else it is the signal's own reason. */
function errorProblems(error: unknown): readonly string[] {
  if (isTrainyardError(error)) return error.facts.key === undefined ? [`${error.code} names no key.`] : [];
  return error instanceof Error && error.message === "changed my mind"
    ? []
    : [`${String(error)} is no typed error.`];
}
