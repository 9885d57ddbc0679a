/**
 * Hyperparameters as the training app reads them: read, tuned, checked.
 *
 * @module @trainyard/core/hyperparameters
 */
export type { PyEntry, PyList, PyMap, PyValue } from "@trainyard/pyyaml";
export type { KnownHyperparameters } from "./check/check-hyperparameters.ts";
export { hyperparameterProblems } from "./check/check-hyperparameters.ts";
export { missingKeys, missingKeysProblems } from "./check/missing-keys.ts";
export { yamlSurprises } from "./check/yaml-surprises.ts";
export { factsFromText } from "./facts/facts-from-text.ts";
export type { HyperparametersDiff } from "./facts/hyperparameters-diff.ts";
export { hyperparametersDiff } from "./facts/hyperparameters-diff.ts";
export { parseAsPyYaml } from "./read/parse-as-pyyaml.ts";
export { pyToJson } from "./read/py-to-json.ts";
export { writePyYaml } from "./read/write-pyyaml.ts";
export type { TuneValues } from "./tune/tune-hyperparameters.ts";
export { tuneHyperparameters } from "./tune/tune-hyperparameters.ts";
