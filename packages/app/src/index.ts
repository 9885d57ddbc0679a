/**
 * The TrainApp template: an author says how to train; the template does the eight steps, the lifecycle and the endpoints.
 *
 * @module @trainyard/app
 */
export { appHandler } from "./http/app-handler.ts";
export type { Benchmark } from "./lifecycle/benchmark.ts";
export type { TrainAppDefinition } from "./lifecycle/define-train-app.ts";
export { defineTrainApp } from "./lifecycle/define-train-app.ts";
export type { TrainContext, TrainImage, TrainingResult } from "./lifecycle/train-context.ts";
export type { SessionPlace } from "./lifecycle/train-session.ts";
export { TrainSession } from "./lifecycle/train-session.ts";
export { runTrainApp } from "./run-train-app.ts";
export { parseGuiState } from "./state/parse-gui-state.ts";
export { reachableDatasets } from "./state/reachable-datasets.ts";
export type { AppState } from "./state/read-state.ts";
export { readState } from "./state/read-state.ts";
export type { Selectors } from "./state/selectors.ts";
export type { DifferenceId, StateDifference } from "./state/state-differences.ts";
export { stateDifferences } from "./state/state-differences.ts";
export { StateError } from "./state/state-error.ts";
export type { StateFacts } from "./state/state-facts.ts";
export type { LoadedState } from "./state/validate-state.ts";
export { validateState } from "./state/validate-state.ts";
export type { AppOffer, TrainAppModel } from "./steps/app-offer.ts";
export type { StepCheck } from "./steps/check-steps.ts";
export { checkSteps } from "./steps/check-steps.ts";
export type { Settings } from "./steps/settings.ts";
