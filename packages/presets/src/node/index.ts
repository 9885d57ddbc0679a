/**
 * What needs Node: presets in files, folders and npm packages.
 *
 * @module @trainyard/presets/node
 */

export type { CliPlace } from "./commands/command.ts";
export type { LoadFilesOptions } from "./load-preset-files.ts";
export { loadPresetFiles } from "./load-preset-files.ts";
export { runPresetsCli } from "./run-presets-cli.ts";
