import * as v from "valibot";
import { parseInput } from "./errors/parse-input.ts";
import { TrainyardError } from "./errors/trainyard-error.ts";
import { byName } from "./spec/by-name.ts";
import { suggest } from "./spec/closest.ts";
import type { TaskOptions } from "./spec/task-options.ts";
import { taskOptionNames, taskOptionsSchema } from "./spec/task-options.ts";
import type { StartOptions } from "./start.ts";

type OrNull<T> = { readonly [K in keyof T]?: T[K] | null };
/** What every method of TrainApi takes: options of the task and of the start. Null means left out. */
export interface TaskParameters extends OrNull<Omit<TaskOptions, "kubernetes">>, StartOptions {
  /** Settings for Kubernetes agents, under the name the platform's SDK gives them. */
  readonly kubernetesSettings?: Readonly<Record<string, unknown>> | null;
}

const taskNames = taskOptionNames.map((name) => (name === "kubernetes" ? "kubernetesSettings" : name));
const startNames = ["key", "signal", "strict", "ignore"];
/** What TaskApi.start takes too, but TrainApi finds by itself. */
const found = ["moduleId", "appId", "workspaceId", "params", "appState"];

/**
 * Parses what a method was given, by name: its own parameters by a schema, the task's and the start's by theirs.
 *
 * @param own the names of the method's own parameters.
 * @throws INPUT_INVALID naming every parameter that there is not, or that has the wrong form.
 */
export function parseParameters<T>(
  ask: unknown,
  method: string,
  own: {
    readonly schema: v.GenericSchema<unknown, T>;
    readonly names: readonly string[];
    readonly form: string;
  },
): { readonly own: T; readonly task: TaskOptions; readonly start: StartOptions } {
  if (typeof ask !== "object" || ask === null || Array.isArray(ask))
    throw new TrainyardError("INPUT_INVALID", "The parameters are given by name.", {
      hint: `Write ${method}(${own.form}).`,
    });
  const known = [...own.names, ...taskNames, ...startNames];
  for (const name of Object.keys(ask)) if (!known.includes(name)) throw unknownParameter(method, name, known);
  const given = Object.entries(ask).filter(([, value]) => value !== undefined);
  const pick = (wanted: readonly string[], nulls: boolean) =>
    Object.fromEntries(given.filter(([name, value]) => wanted.includes(name) && (nulls || value !== null)));
  const { kubernetesSettings, ...task } = pick(taskNames, false);
  const kubernetes =
    kubernetesSettings === undefined
      ? {}
      : { kubernetes: parseInput(byName(v.unknown()), kubernetesSettings, `${method}.kubernetesSettings`) };
  return {
    own: parseInput(own.schema, pick(own.names, true), method),
    task: parseInput(taskOptionsSchema, { ...task, ...kubernetes }, method),
    start: parseInput(startSchema, pick(startNames, false), method),
  };
}

/** Asks for its form, since a signal may come from another realm. */
function isSignal(value: unknown): boolean {
  return typeof value === "object" && value !== null && "aborted" in value && "addEventListener" in value;
}
const startSchema = v.object({
  key: v.exactOptional(v.string("expected a name for this start")),
  signal: v.exactOptional(v.custom<AbortSignal>(isSignal, "expected an AbortSignal")),
  strict: v.exactOptional(v.boolean("expected true or false")),
  ignore: v.exactOptional(v.array(v.string("expected a problem's code"), "expected a list of codes")),
});

function unknownParameter(method: string, name: string, known: readonly string[]): TrainyardError {
  const hint = found.includes(name)
    ? "Leave it out: it follows from the model and the project."
    : suggest(name, known, "parameter");
  return new TrainyardError("INPUT_INVALID", `${method}.${name}: there is no such parameter.`, {
    hint,
    facts: { parameter: name },
  });
}
