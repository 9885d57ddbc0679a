/**
 * The platform's shapes and how they map to the library's: what servers and training apps share with the client.
 *
 * @module @trainyard/core/wire
 */
export type { ExperimentRecord } from "./experiment.ts";
export { experimentSchema } from "./experiment.ts";
export type { GuiSplit, GuiState } from "./gui-state.ts";
export { guiSplitSchema, guiStateSchema } from "./gui-state.ts";
export { guiStateToTraining, trainingToGuiState } from "./gui-state-wire.ts";
export { splitFromWire, splitToWire } from "./split-wire.ts";
export type { StartBody, StartState } from "./start-body.ts";
export { runKeyMark, startBody } from "./start-body.ts";
export { trainingToSpec } from "./training-spec.ts";
