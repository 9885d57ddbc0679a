import * as v from "valibot";
import type { Agent } from "../../plan/facts.ts";
import type { Caller } from "../caller.ts";

const answer = v.array(
  v.object({
    id: v.number(),
    name: v.optional(v.string(), ""),
    type: v.optional(v.string(), ""),
    gpuInfo: v.nullish(
      v.looseObject({
        device_memory: v.nullish(v.array(v.looseObject({ available: v.nullish(v.number()) }))),
      }),
    ),
  }),
);

/** Running agents of a team that have a GPU. Source: platform fact, `agents.available`. */
export async function agentsAvailable(instance: Caller, teamId: number): Promise<readonly Agent[]> {
  const body = { teamId, withoutPublic: false, anyStatus: false, needGPU: true };
  const rows = await instance.call("agents.available", body, answer);
  return rows.map(({ id, name, type, gpuInfo }) => {
    const devices = gpuInfo?.device_memory;
    const agent = { id, name, type };
    return devices ? { ...agent, freeMemory: devices.map((device) => device.available ?? 0) } : agent;
  });
}
