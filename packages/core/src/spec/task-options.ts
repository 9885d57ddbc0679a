import * as v from "valibot";
import { byName } from "./by-name.ts";

/** Options of the platform's task, beside the training itself. */
export interface TaskOptions {
  /** Shown in the list of tasks. Default "application description". */
  readonly description?: string;
  /** Name of the task. Default "pythonSpawned", as the platform's SDK sends. */
  readonly taskName?: string;
  /** Version (or branch) of the training app. Default: the newest. */
  readonly appVersion?: string;
  /** Whether `appVersion` names a branch. */
  readonly isBranch?: boolean;
  /** Default "info". */
  readonly logLevel?: "trace" | "debug" | "info" | "warn" | "warning" | "error" | "fatal";
  /** Users for whom the task is started. */
  readonly usersIds?: readonly number[];
  /** Default "never". */
  readonly restartPolicy?: "never" | "on_error";
  readonly proxyKeepUrl?: boolean;
  readonly limitByWorkspace?: boolean;
  /** Settings for Kubernetes agents, passed on as they are. */
  readonly kubernetes?: Readonly<Record<string, unknown>>;
  readonly redirectRequests?: Readonly<Record<string, number>>;
  readonly multiUserSession?: boolean;
}

/** The valibot schema of {@link TaskOptions}. Source: platform fact, keyword arguments of TaskApi.start. */
export const taskOptionsSchema: v.GenericSchema<unknown, TaskOptions> = v.strictObject({
  description: v.exactOptional(v.string()),
  taskName: v.exactOptional(v.string()),
  appVersion: v.exactOptional(v.string()),
  isBranch: v.exactOptional(v.boolean()),
  logLevel: v.exactOptional(v.picklist(["trace", "debug", "info", "warn", "warning", "error", "fatal"])),
  usersIds: v.exactOptional(v.array(v.pipe(v.number(), v.safeInteger()))),
  restartPolicy: v.exactOptional(v.picklist(["never", "on_error"])),
  proxyKeepUrl: v.exactOptional(v.boolean()),
  limitByWorkspace: v.exactOptional(v.boolean()),
  kubernetes: v.exactOptional(byName(v.unknown())),
  redirectRequests: v.exactOptional(byName(v.pipe(v.number(), v.integer()))),
  multiUserSession: v.exactOptional(v.boolean()),
});
