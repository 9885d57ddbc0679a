/**
 * SparseInst alone, without the other frameworks.
 *
 * @module @trainyard/presets/sparseinst
 */
export { sparseInst } from "./framework.ts";
export type { SparseInstHyperparameters } from "./hyperparameters.ts";
export type { SparseInstModelName } from "./models.ts";
export { sparseInstPresets } from "./presets.ts";
