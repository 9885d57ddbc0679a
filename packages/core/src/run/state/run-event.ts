import type { LogRecord } from "../../instance/endpoints/tasks-log-download.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ExperimentRecord } from "../../wire/experiment.ts";
import type { Drift } from "./compare-run.ts";
import type { RunState } from "./run-state.ts";

/** Something that became known about a run. */
export type RunEvent =
  /** What the plan or the start warned of; before all else, and only where the run was started: an attached one knows of none. */
  | { readonly type: "warning"; readonly problem: Problem }
  /** The task's status changed; `error` is the platform's own text. */
  | { readonly type: "task"; readonly status: string; readonly error?: string }
  /** Whether the app was asked to train by itself, or waits for a person; the address of its page. */
  | { readonly type: "asked"; readonly autostart: boolean; readonly page?: string }
  /** What the app answers when asked what it is doing; the first answer shows that it is up. */
  | { readonly type: "app"; readonly text: string }
  | { readonly type: "log"; readonly record: LogRecord }
  /** The instance gives no more records of this time than were read, though it may have some. */
  | { readonly type: "log-gap"; readonly at: string }
  /** How the task's agent is, asked when nothing was heard for a while; "gone" when there is no such agent. */
  | { readonly type: "agent"; readonly id: number; readonly name: string; readonly status: string }
  /** The app has answered for so long, and never that it does anything. */
  | { readonly type: "silent"; readonly minutes: number }
  /** The instance answers, but has told nothing new for so long. */
  | { readonly type: "quiet"; readonly minutes: number }
  | { readonly type: "experiment"; readonly record: ExperimentRecord }
  /** What the training used otherwise than it was asked to, by the experiment; told after it. */
  | { readonly type: "drift"; readonly drift: readonly Drift[] }
  /** There is an experiment, in a form that is not the platform's. */
  | { readonly type: "experiment-odd"; readonly problem: string };

/**
 * An event of a run, the state after it, and where to go on after it: `run.events({ since: event.cursor })`, in any
 * process. A cursor is under 4 kB; the state is not part of the event's JSON.
 */
export type WatchedEvent = RunEvent & { readonly cursor: string; readonly state: RunState };

/** Whether an event is news of the training itself, and not of how little is heard of it. */
export function isNews({ type }: RunEvent): boolean {
  return type !== "agent" && type !== "silent" && type !== "quiet" && type !== "warning";
}
