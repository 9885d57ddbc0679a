import * as v from "valibot";
import type { Agent } from "../../plan/terms/facts.ts";

/** What an agent says of its GPUs; a device whose free memory is no number makes all of it unknown. */
const gpuInfo = v.object({ device_memory: v.array(v.object({ available: v.number() })) });

/** An agent as the platform tells of it. */
export const agentRow: v.GenericSchema<unknown, AgentRow> = v.object({
  id: v.number(),
  name: v.nullish(v.string()),
  type: v.nullish(v.string()),
  status: v.nullish(v.string()),
  gpuInfo: v.optional(v.unknown()),
});

/** One entry of `agents.available`, or the answer of `agents.info`. */
export interface AgentRow {
  readonly id: number;
  readonly name?: string | null | undefined;
  readonly type?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly gpuInfo?: unknown;
}

/** The agent of a row. What it says of its GPUs in another form leaves it without one, and others usable. */
export function agentOf({ id, name, type, status, gpuInfo: info }: AgentRow): Agent {
  const gpus = v.safeParse(gpuInfo, info);
  return {
    id,
    name: name ?? "",
    type: type ?? "",
    ...(typeof status === "string" ? { status } : {}),
    ...(gpus.success ? { freeMemory: gpus.output.device_memory.map((device) => device.available) } : {}),
  };
}
