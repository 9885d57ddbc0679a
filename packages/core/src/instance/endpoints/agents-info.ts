import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

/** Whether an agent is there. */
export interface AgentStatus {
  readonly id: number;
  readonly name: string;
  /** `running`, or `waiting` when the platform waits for it to connect; open for others. */
  readonly status: string;
}
const answer: v.GenericSchema<unknown, AgentStatus | null> = v.nullable(
  v.object({
    id: v.number(),
    name: v.optional(v.string(), ""),
    status: v.optional(v.string(), ""),
  }),
);

/** An agent by id; null when there is none. Source: platform fact, `agents.info`. */
export function agentsInfo(instance: Caller, id: number, options?: CallOptions): Promise<AgentStatus | null> {
  return instance.call("agents.info", { id }, answer, options);
}
