import * as v from "valibot";
import type { Agent } from "../../plan/facts.ts";
import type { Caller } from "../caller.ts";

const gpu = v.object({ available: v.number() });
const gpus = v.object({ device_memory: v.array(v.unknown()) });
const answer = v.array(
  v.object({
    id: v.number(),
    name: v.nullish(v.string(), ""),
    type: v.nullish(v.string(), ""),
    gpuInfo: v.optional(v.unknown()),
  }),
);

/** Running agents of a team that have a GPU. Source: platform fact, `agents.available`. */
export async function agentsAvailable(instance: Caller, teamId: number): Promise<readonly Agent[]> {
  const body = { teamId, withoutPublic: false, anyStatus: false, needGPU: true };
  const rows = await instance.call("agents.available", body, answer);
  return rows.map(({ id, name, type, gpuInfo }) => {
    const agent = { id, name, type };
    const info = v.safeParse(gpus, gpuInfo);
    const free = info.success ? info.output.device_memory.map(freeOf) : [];
    // An agent whose first GPU says nothing of its memory is one without a GPU, and spoils nothing for the others.
    return free[0] === undefined ? agent : { ...agent, freeMemory: free.map((bytes) => bytes ?? 0) };
  });
}

function freeOf(device: unknown): number | undefined {
  const parsed = v.safeParse(gpu, device);
  return parsed.success ? parsed.output.available : undefined;
}
