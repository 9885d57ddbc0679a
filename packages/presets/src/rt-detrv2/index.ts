/**
 * RT-DETRv2 alone, without the other frameworks.
 *
 * @module @trainyard/presets/rt-detrv2
 */
export { rtDetrv2 } from "./framework.ts";
export type { RtDetrv2Hyperparameters } from "./hyperparameters.ts";
export type { RtDetrv2ModelName } from "./models.ts";
export { rtDetrv2Presets } from "./presets.ts";
