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
  /** Whether an embedded instance rehearses the framework, although it has its real training app. Default false. */
  readonly rehearse?: boolean;
}

const oneOf = <const T extends readonly string[]>(names: T) =>
  v.picklist(names, `expected one of ${names.join(", ")}`);
const whole = (what: string) => v.pipe(v.number(`expected ${what}`), v.safeInteger(`expected ${what}`));
const id = whole("a user id (a whole number)");
const port = whole("a port (a whole number)");

const entries = {
  description: v.exactOptional(v.string("expected a text")),
  taskName: v.exactOptional(v.string("expected a text")),
  appVersion: v.exactOptional(v.string("expected a text")),
  isBranch: v.exactOptional(v.boolean("expected true or false")),
  logLevel: v.exactOptional(oneOf(["trace", "debug", "info", "warn", "warning", "error", "fatal"])),
  usersIds: v.exactOptional(v.array(id, "expected a list of user ids")),
  restartPolicy: v.exactOptional(oneOf(["never", "on_error"])),
  proxyKeepUrl: v.exactOptional(v.boolean("expected true or false")),
  limitByWorkspace: v.exactOptional(v.boolean("expected true or false")),
  kubernetes: v.exactOptional(byName(v.unknown())),
  redirectRequests: v.exactOptional(byName(port)),
  multiUserSession: v.exactOptional(v.boolean("expected true or false")),
  rehearse: v.exactOptional(v.boolean("expected true or false")),
};

/** The valibot schema of {@link TaskOptions}. Source: platform fact, keyword arguments of TaskApi.start. */
export const taskOptionsSchema: v.GenericSchema<unknown, TaskOptions> = v.strictObject(entries);

/** The names of all task options. */
export const taskOptionNames: readonly string[] = Object.keys(entries);
