import { freemem, totalmem } from "node:os";
import { defaults } from "../store/instance-file.ts";

/** An agent as the platform tells of it. */
export interface AgentRow {
  readonly id: number;
  readonly teamId: number;
  readonly [more: string]: unknown;
}

/** The one agent: this machine. Its "GPU" is named for what it is, so that clients that want a GPU agent find it. */
export function localAgentRow(): AgentRow {
  const [total, available] = [totalmem(), freemem()];
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
      is_available: true,
      device_count: 1,
      device_names: ["CPU (rehearsal)"],
      device_memory: [{ total, available, used: total - available }],
      driver_version: null,
      cuda_version: null,
    },
  };
}
