/**
 * The command line as a function.
 *
 * @module trainyard
 */
export type { CliPlace } from "./cli-place.ts";
export { runCli } from "./run-cli.ts";
