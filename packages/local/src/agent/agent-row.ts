import { freemem, totalmem } from "node:os";
import { defaults } from "../store/instance-file.ts";
import type { Gpu } from "./read-gpus.ts";

/** An agent as the platform tells of it. */
export interface AgentRow {
  readonly id: number;
  readonly teamId: number;
  readonly [more: string]: unknown;
}

/** What stands in a GPU's place while an instance only rehearses: the SDK's own client takes no agent without one. */
export function rehearsalDevice(): Gpu {
  const [total, free] = [totalmem(), freemem()];
  return { index: 0, name: "CPU (rehearsal)", total, used: total - free, free, driver: null };
}

/** The one agent: this machine, with the GPUs that it has. */
export function localAgentRow(gpus: readonly Gpu[]): AgentRow {
  return {
    id: defaults.agentId,
    name: "local",
    token: "",
    status: "running",
    userId: defaults.userId,
    teamId: defaults.teamId,
    capabilities: { types: { app: { enabled: true }, app_gpu: { enabled: true } } },
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
    isPublic: false,
    type: "sly_agent",
    disabled: false,
    version: "agent:trainyard-local",
    gpuInfo: {
      is_available: gpus.length > 0,
      device_count: gpus.length,
      device_names: gpus.map(({ name }) => name),
      device_memory: gpus.map(({ total, used, free }) => ({ total, used, available: free })),
      driver_version: gpus[0]?.driver ?? null,
      cuda_version: null,
    },
  };
}
