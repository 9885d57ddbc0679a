import * as v from "valibot";
import type { AgentRow } from "../../agent/agent-row.ts";
import { ApiError } from "../../store/api-error.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

const gpus = v.looseObject({ device_count: v.pipe(v.number(), v.minValue(1)) });
const hasGpu = ({ gpuInfo }: AgentRow) => v.is(gpus, gpuInfo);

/** The agents that run tasks. */
export const agentEndpoints: Endpoints = {
  "agents.available": endpoint(
    v.looseObject({
      teamId: v.number(),
      anyStatus: v.optional(v.boolean(), false),
      needGPU: v.optional(v.boolean(), false),
    }),
    ({ teamId, anyStatus, needGPU }, { agents }) =>
      agents()
        .filter((agent) => agent.teamId === teamId)
        .filter((agent) => anyStatus || agent.status === undefined || agent.status === "running")
        // A Kubernetes agent has what its cluster gives it, and says nothing of it.
        .filter((agent) => !needGPU || agent.type === "kubernetes" || hasGpu(agent)),
  ),
  "agents.list": endpoint(
    v.looseObject({ ...pagingEntries, teamId: v.optional(v.number()) }),
    (body, { agents }) =>
      page(
        agents().filter(({ teamId }) => body.teamId === undefined || teamId === body.teamId),
        body,
      ),
  ),
  "agents.info": endpoint(idBody, ({ id }, { agents }) => {
    const agent = agents().find((candidate) => candidate.id === id);
    if (agent !== undefined) return agent;
    throw new ApiError(404, `There is no agent ${id}.`);
  }),
};
