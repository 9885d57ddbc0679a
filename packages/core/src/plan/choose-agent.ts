import { TrainyardError } from "../errors/trainyard-error.ts";
import type { AgentRef } from "../spec/train-spec.ts";
import type { Agent } from "./facts.ts";
import type { Lookups } from "./lookups.ts";

/** The agent of a plan and why it was taken. */
export interface ChosenAgent {
  readonly id: number;
  readonly name?: string;
  readonly reason: string;
}

/**
 * Takes the agent that was named, or the one with the most free memory on its first GPU; Kubernetes agents come after.
 *
 * Source: platform fact, the SDK's find_agent. Agents that report no GPU are passed over instead of failing the start.
 */
export async function chooseAgent(
  agent: AgentRef | undefined,
  teamId: number | undefined,
  lookups: Lookups,
): Promise<ChosenAgent> {
  if (typeof agent === "number") return { id: agent, reason: "named by the caller" };
  if (teamId === undefined)
    throw new TrainyardError(
      "AGENT_NOT_FOUND",
      "The project does not say its team, so no agent can be chosen.",
      {
        hint: "Name the agent with .on(agent).",
      },
    );
  const agents = await lookups.agents(teamId);
  const gpu = agents.filter((candidate) => candidate.type === "sly_agent" && free(candidate) !== undefined);
  const best = gpu.reduce<Agent | undefined>(
    (top, candidate) => (top === undefined || (free(candidate) ?? 0) > (free(top) ?? 0) ? candidate : top),
    undefined,
  );
  if (best !== undefined) {
    const gigabytes = ((free(best) ?? 0) / 2 ** 30).toFixed(1);
    return {
      id: best.id,
      name: best.name,
      reason: `most free GPU memory (${gigabytes} GiB) of ${gpu.length}`,
    };
  }
  const kubernetes = agents.find((candidate) => candidate.type === "kubernetes");
  if (kubernetes !== undefined)
    return { id: kubernetes.id, name: kubernetes.name, reason: "the first Kubernetes agent" };
  const seen = agents.map(
    (candidate) => `${candidate.name} (${candidate.id}, ${candidate.type}, no usable GPU)`,
  );
  const message =
    seen.length === 0 ? "The team has no running agent with a GPU." : `No agent will do: ${seen.join(", ")}.`;
  throw new TrainyardError("AGENT_NOT_FOUND", message, { facts: { teamId } });
}

function free(agent: Agent): number | undefined {
  return agent.freeMemory?.[0];
}
