import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

/** A task as the platform tells of it. */
export interface TaskInfo {
  readonly id: number;
  /** queued, consumed, started, deployed, error, finished, terminating, stopped; open for others. */
  readonly status: string;
  readonly teamId?: number | null | undefined;
  readonly workspaceId?: number | null | undefined;
  readonly agentId?: number | null | undefined;
  /** ISO time at which its agent began; none while it is queued. */
  readonly startedAt?: string | null | undefined;
  /** The task's own error text, where it has one. */
  readonly error?: string | null | undefined;
  readonly meta?:
    | {
        readonly output?: Readonly<Record<string, unknown>> | null | undefined;
        readonly params?: Readonly<Record<string, unknown>> | null | undefined;
      }
    | null
    | undefined;
}

/** The schema of {@link TaskInfo}. */
export const taskInfoSchema: v.GenericSchema<unknown, TaskInfo> = v.object({
  id: v.number(),
  status: v.string(),
  teamId: v.nullish(v.number()),
  workspaceId: v.nullish(v.number()),
  agentId: v.nullish(v.number()),
  startedAt: v.fallback(v.nullish(v.string()), null),
  error: v.fallback(v.nullish(v.string()), null),
  meta: v.nullish(
    v.looseObject({
      output: v.nullish(v.record(v.string(), v.unknown())),
      params: v.nullish(v.record(v.string(), v.unknown())),
    }),
  ),
});
const answer = v.nullable(taskInfoSchema);

/** A task by id; null when there is none. Source: platform fact, `tasks.info`. */
export function tasksInfo(instance: Caller, id: number, options?: CallOptions): Promise<TaskInfo | null> {
  return instance.call("tasks.info", { id }, answer, options);
}
