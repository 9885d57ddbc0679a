/**
 * The TrainApp template: an author says how to train; the template does the eight steps, the lifecycle and the endpoints.
 *
 * @module @trainyard/app
 */
export { appHandler } from "./http/app-handler.ts";
export type { TrainAppDefinition } from "./lifecycle/define-train-app.ts";
export { defineTrainApp } from "./lifecycle/define-train-app.ts";
export type { TrainContext, TrainImage, TrainingResult } from "./lifecycle/train-context.ts";
export type { SessionPlace } from "./lifecycle/train-session.ts";
export { TrainSession } from "./lifecycle/train-session.ts";
export { runTrainApp } from "./run-train-app.ts";
export type { AppState } from "./state/read-state.ts";
export { readState } from "./state/read-state.ts";
export { StateError } from "./state/state-error.ts";
export type { StateFacts } from "./state/validate-state.ts";
export { validateState } from "./state/validate-state.ts";
export type { AppOffer, TrainAppModel } from "./steps/app-offer.ts";
export type { StepCheck } from "./steps/check-steps.ts";
export { checkSteps } from "./steps/check-steps.ts";
export type { Settings } from "./steps/settings.ts";
