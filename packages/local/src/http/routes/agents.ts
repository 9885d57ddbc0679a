import { freemem, totalmem } from "node:os";
import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import { defaults } from "../../store/instance-file.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

/** The one agent: this machine. Its "GPU" is named for what it is, so that clients that want a GPU agent find it. */
function localAgent(): { readonly id: number; readonly [more: string]: unknown } {
  const [total, available] = [totalmem(), freemem()];
  const device = { total, available, used: total - available };
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
      device_memory: [device],
      driver_version: null,
      cuda_version: null,
    },
  };
}

/** The embedded agent. */
export const agentEndpoints: Endpoints = {
  "agents.available": endpoint(v.looseObject({ teamId: v.number() }), ({ teamId }) =>
    teamId === defaults.teamId ? [localAgent()] : [],
  ),
  "agents.list": endpoint(v.looseObject(pagingEntries), (body) => page([localAgent()], body)),
  "agents.info": endpoint(idBody, ({ id }) => {
    if (id === defaults.agentId) return localAgent();
    throw new ApiError(404, `There is no agent ${id}.`);
  }),
};
