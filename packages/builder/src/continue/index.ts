/**
 * Chains that go on from an earlier training: the same again with something changed, or its checkpoint trained on.
 *
 * @module @trainyard/builder/continue
 */
export type { EarlierRef } from "./earlier-training.ts";
export { finetune } from "./finetune.ts";
export { rerun } from "./rerun.ts";
