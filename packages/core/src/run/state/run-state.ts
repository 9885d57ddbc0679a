import type { Problem } from "../../spec/problem.ts";
import type { ExperimentRecord } from "../../wire/experiment.ts";
import type { AppFailure, Stage } from "./app-text.ts";
import type { Drift } from "./compare-run.ts";

/** Where a run stands. `unknown` keeps the platform's own word in `status`. */
export type RunPhase =
  | "queued"
  /** Queued, and its agent is not there or has not taken it for a while; see `agent`. */
  | "waitingForAgent"
  | "starting"
  /** The app is up and was not asked to train by itself: a person must press Start. */
  | "waitingForStart"
  | "preparing"
  | "training"
  | "finalizing"
  | "finished"
  | "failed"
  | "stopping"
  | "stopped"
  /** The app was asked to train, and does not: a step did not hold. */
  | "idle"
  /** The task runs, but nothing is heard of it and its agent is not there. */
  | "agentLost"
  | "unknown";

/** Epochs (or iterations) done and asked for. */
export interface Epoch {
  readonly current: number;
  readonly total: number;
  readonly unit: "epoch" | "iteration";
}

/** What the state was concluded from, beside the status and the app's text. */
export interface Evidence {
  /** The furthest stage told of since the training began. */
  readonly stage?: Stage;
  /** The app's own words for its failure. */
  readonly failure?: AppFailure;
  /** The platform's error text of the task. */
  readonly taskError?: string;
  /** The newest error record of the log. */
  readonly logError?: string;
  /** The step that did not hold. */
  readonly failedStep?: string;
  /** Minutes that the app has answered without a word. */
  readonly silent?: number;
  /** Minutes without news. */
  readonly quiet?: number;
  /** Epochs begun, where only text lines tell of them. */
  readonly epochsBegun?: number;
  /** First and newest record of the epoch's progress: when (ms since 1970), and how many were done. */
  readonly pace?: readonly [from: readonly [number, number], to: readonly [number, number]];
  /** An experiment is there, but not in the platform's form. */
  readonly oddExperiment?: string;
}

/** All that is known of a run, as one frozen value. */
export interface RunState {
  readonly phase: RunPhase;
  /** The platform's word for the task. */
  readonly status: string;
  /** What the training app says it is doing. */
  readonly app: string;
  /** Whether the app has answered. */
  readonly isUp: boolean;
  /** Whether the app was asked to train by itself; undefined while that is not known. */
  readonly autostart?: boolean;
  /** Address of the app's page, once the task was seen. */
  readonly page?: string;
  /** The step that is under way, in its own unit (images, epochs, bytes). */
  readonly progress?: { readonly label: string; readonly current: number; readonly total: number };
  readonly epoch?: Epoch;
  /** Milliseconds until the last epoch, guessed from the pace so far. */
  readonly timeLeft?: number;
  /** The newest log line with a number for a loss or a metric. */
  readonly metricLine?: string;
  /** How its agent is, where that was asked for. */
  readonly agent?: { readonly id: number; readonly name: string; readonly status: string };
  /** Why it failed, sits idle, or waits. */
  readonly reason?: string;
  readonly experiment?: ExperimentRecord;
  /** What the training used otherwise than it was asked to; left out where nothing differs. */
  readonly drift?: readonly Drift[];
  /** The newest log lines, at most 20. */
  readonly lastLog: readonly string[];
  /** What the plan and the start warned of; they say nothing of how it goes. */
  readonly warnings: readonly Problem[];
  readonly evidence: Evidence;
}
