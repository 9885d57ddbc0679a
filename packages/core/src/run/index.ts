/**
 * A run as a value: its events, and the state they come to.
 *
 * @module @trainyard/core/run
 */

export type { LogRecord } from "../instance/endpoints/tasks-log-download.ts";
export { defaultRuntime } from "../runtime/runtime.ts";
export type { MetricPoint } from "./log/metrics-of.ts";
export { metricsOf } from "./log/metrics-of.ts";
export type { NotifyTarget } from "./notify/notify-target.ts";
export type { RunNotice } from "./notify/run-notice.ts";
export type { Drift } from "./state/compare-run.ts";
export { initialRunState } from "./state/initial-run-state.ts";
export { isOver } from "./state/is-over.ts";
export { reduceRun } from "./state/reduce-run.ts";
export type { WatchedEvent } from "./state/run-event.ts";
export type { Epoch, Evidence } from "./state/run-state.ts";
