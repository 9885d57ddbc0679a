import type { ErrorCode, Experiment, Problem, RunState } from "@trainyard/core";
import { TrainyardError } from "@trainyard/core";
import type { ComparisonData } from "@trainyard/core/compare";
import { errorCodes } from "@trainyard/core/errors";
import type { MetricPoint } from "@trainyard/core/run";
import * as v from "valibot";

const problem = v.looseObject({
  code: v.optional(v.string(), ""),
  detail: v.optional(v.string(), ""),
  hint: v.optional(v.string(), ""),
  facts: v.optional(v.record(v.string(), v.unknown()), {}),
});
const nothing = { code: "", detail: "", hint: "", facts: {} };
const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

/** A training as it is said: a chain, which is its spec in JSON, or a spec; a preset by name. */
export interface RemoteTraining {
  readonly spec?: object;
  readonly preset?: string;
}
/** What a plan looks like from here. */
export interface RemotePlan {
  readonly hash: string;
  /** The plan as a table of text. */
  readonly text: string;
  readonly plan: Readonly<Record<string, unknown>>;
}
/** A run as it is seen from here. */
export interface RemoteRun {
  readonly taskId: number;
  readonly ref: string;
  readonly url: string;
  readonly adopted: boolean;
  readonly warnings: readonly Problem[];
}
/** What a host that mounts Trainyard can be asked. */
export interface TrainyardClient {
  /** Every mistake that can be found without the instance. */
  check(training: RemoteTraining): Promise<readonly Problem[]>;
  /** What would be done; nothing is started. */
  plan(training: RemoteTraining): Promise<RemotePlan>;
  /** Starts just the plan that was shown, or settings; a key starts nothing twice. */
  start(what: (RemoteTraining | { readonly hash: string }) & { readonly key?: string }): Promise<RemoteRun>;
  /** Where a run stands now. */
  status(taskId: number): Promise<RunState>;
  /** Losses and metrics by epoch. */
  metrics(taskId: number): Promise<readonly MetricPoint[]>;
  /** Stops a run; the state says what became of it. */
  stop(taskId: number): Promise<RunState>;
  /** What trainings have left, newest first. */
  experiments(filter?: Readonly<Record<string, string | number>>): Promise<readonly Experiment[]>;
  /** Experiments side by side. */
  compare(tasks: readonly number[]): Promise<ComparisonData>;
  /** The address of a run's events, for an `EventSource`, which resumes by itself; it ends with an `end` event. */
  eventsUrl(taskId: number): string;
}

/**
 * A client of a host that mounts Trainyard.
 *
 * @param baseUrl where it is mounted, e.g. `/api/trainyard`.
 * @example
 * ```ts
 * import { connectRemote } from "@trainyard/server/client";
 * const yard = connectRemote("/api/trainyard");
 * async function begin(ask: (text: string) => boolean) {
 *   const { hash, text } = await yard.plan({ preset: "yolo/fast", spec: { project: 101 } });
 *   if (ask(text)) return yard.start({ hash, key: "lemons-2026-11-27" });
 * }
 * ```
 */
export function connectRemote(
  baseUrl: string,
  options: { readonly fetch?: typeof fetch } = {},
): TrainyardClient {
  const base = baseUrl.replace(/\/$/, "");
  const send = options.fetch ?? fetch.bind(globalThis);
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const answer = await send(`${base}${path}`, {
      credentials: "same-origin",
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (answer.ok) return (await answer.json()) as T;
    const read = v.safeParse(problem, await answer.json().catch(() => ({})));
    const { code, detail, hint, facts } = read.success ? read.output : nothing;
    const known = isCode(code) ? code : "INSTANCE_FAILED";
    // The message holds its mend already.
    const said = detail === "" ? `The host answered ${answer.status}.` : detail.replace(hint, "").trim();
    throw new TrainyardError(known, said, { hint, facts });
  };
  return {
    check: async (training) => (await ask<{ problems: readonly Problem[] }>("/check", training)).problems,
    plan: (training) => ask("/plan", training),
    start: (what) => ask("/start", what),
    status: async (taskId) => (await ask<{ state: RunState }>(`/runs/${taskId}`)).state,
    metrics: async (taskId) =>
      (await ask<{ points: readonly MetricPoint[] }>(`/runs/${taskId}/metrics`)).points,
    stop: async (taskId) => (await ask<{ state: RunState }>(`/runs/${taskId}/stop`, {})).state,
    experiments: async (filter = {}) => {
      const pairs = Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)]);
      const query = new URLSearchParams(pairs);
      return (await ask<{ experiments: readonly Experiment[] }>(`/experiments?${query}`)).experiments;
    },
    compare: async (tasks) => (await ask<{ comparison: ComparisonData }>("/compare", { tasks })).comparison,
    eventsUrl: (taskId) => `${base}/runs/${taskId}/events`,
  };
}
