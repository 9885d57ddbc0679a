/**
 * The TrainApp page as a value: its state, what a person can do, and the text forms of a form.
 *
 * @module @trainyard/app/page
 */

export type * from "./page-state.ts";
export { chainText } from "./text/chain-text.ts";
export { presetText } from "./text/preset-text.ts";
export { readFormText } from "./text/read-form-text.ts";
