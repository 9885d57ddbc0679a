/**
 * The fluent chain: `train().on(agent).project(id).model(name)….start()`.
 *
 * @module @trainyard/builder
 */
export { collections, datasets, random, tags } from "@trainyard/core";
export { anyHyperparameters } from "./any-hyperparameters.ts";
export type { AnyModel } from "./any-model.ts";
export { anyModel } from "./any-model.ts";
export { train, trainFrom } from "./begin-chain.ts";
export type { CheckedModel, ExportOf, ModelInput, ModelText, TextOf, Tune, TuneOf } from "./model-types.ts";
export type { PresetHead } from "./preset-head.ts";
export type { CheckedPreset, ModelAfter, PresetInput, StepsOf } from "./preset-types.ts";
export type { NotReady, Steps } from "./steps.ts";
export type { Train } from "./train.ts";
