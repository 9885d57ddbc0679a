/**
 * The platform's shapes and how they map to the library's: what servers and training apps share with the client.
 *
 * @module @trainyard/core/wire
 */
export { parseInput } from "./errors/parse-input.ts";
export { pythonRepr } from "./plan/python/python-repr.ts";
export type { PythonReading } from "./plan/python/retyped-by-python.ts";
export { retypedByPython } from "./plan/python/retyped-by-python.ts";
export { suggest } from "./spec/closest.ts";
export type { ExperimentRecord } from "./wire/experiment.ts";
export { experimentSchema } from "./wire/experiment.ts";
export type { GuiSplit, GuiState } from "./wire/gui-state.ts";
export { guiSplitSchema, guiStateSchema } from "./wire/gui-state.ts";
export { guiStateToTraining, trainingToGuiState } from "./wire/gui-state-wire.ts";
export { splitFromWire, splitToWire } from "./wire/split-wire.ts";
export type { StartBody, StartState } from "./wire/start-body.ts";
export { runKeyMark, startBody } from "./wire/start-body.ts";
export { trainingToSpec } from "./wire/training-spec.ts";
