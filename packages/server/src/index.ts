/**
 * Trainyard inside another app: routes, event streams and tools on one `fetch`.
 *
 * @module @trainyard/server
 */
export { createTrainyard } from "./create-trainyard.ts";
export type { Tool } from "./terms/tool.ts";
export type { Action, Caller, Trainyard, TrainyardOptions } from "./terms/trainyard.ts";
