/**
 * The embedded instance: the platform's API on loopback over a folder, with an agent that rehearses trainings.
 *
 * @module @trainyard/local
 */

export { rehearsalApp } from "@trainyard/rehearsal";
export type { LocalTrainApp } from "./agent/local-train-app.ts";
export { localTrainApps } from "./ecosystem/local-train-apps.ts";
export type { PythonAppOptions } from "./ecosystem/python-app.ts";
export { pythonApp } from "./ecosystem/python-app.ts";
export type {
  ImportedProject,
  ImportOptions,
  LocalInstance,
  LocalInstanceOptions,
} from "./instance/start-local-instance.ts";
export { startLocalInstance } from "./instance/start-local-instance.ts";
export { ProjectFormatError } from "./project-format/format-error.ts";
export { runCli as runLocalCli } from "./run-cli.ts";
export type { SampleOptions } from "./sample/write-sample-project.ts";
export { writeSampleProject } from "./sample/write-sample-project.ts";
