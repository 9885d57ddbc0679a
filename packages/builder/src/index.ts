/**
 * The fluent chain: `train().on(agent).project(id).model(name)….start()`.
 *
 * @module @trainyard/builder
 */
export { collections, datasets, random, tags } from "@trainyard/core";
export type { ExportOf, ModelText, TuneOf } from "./model-types.ts";
export type { PresetHead } from "./preset-head.ts";
export type { NotReady, Steps } from "./steps.ts";
export type { Train } from "./train.ts";
export { train, trainFrom } from "./train.ts";
