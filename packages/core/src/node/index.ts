/**
 * What needs Node: environment files and the terminal.
 *
 * @module @trainyard/core/node
 */
export type { EnvOptions } from "./connect-from-env.ts";
export { connectFromEnv } from "./connect-from-env.ts";
export type { DownloadOptions } from "./download-artifact.ts";
export { downloadArtifact } from "./download-artifact.ts";
export { agentIdFromEnv, projectIdFromEnv } from "./ids-from-env.ts";
export type { ProgressView } from "./progress-view.ts";
export { progressView } from "./progress-view.ts";
export type { EnvironmentOptions } from "./read-environment.ts";
export type { ShowOptions } from "./show-progress.ts";
export { showProgress } from "./show-progress.ts";
