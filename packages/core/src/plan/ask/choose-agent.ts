import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { AgentRef } from "../../spec/train-spec.ts";
import type { ChosenAgent } from "../terms/chosen-agent.ts";
import type { Agent, TrainModule } from "../terms/facts.ts";
import type { Lookups } from "../terms/lookups.ts";

/**
 * Takes the agent that was named, or the one with the most free memory on its first GPU; Kubernetes agents come after.
 *
 * Of an app that needs no GPU any running agent is an agent.
 *
 * Source: platform fact, the SDK's find_agent. Agents that report no GPU are passed over instead of failing the start.
 */
export async function chooseAgent(
  agent: AgentRef | undefined,
  teamId: number | undefined,
  lookups: Lookups,
  { running, module }: { readonly running?: readonly Agent[]; readonly module?: TrainModule } = {},
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
  const agents = running ?? (await lookups.agents(teamId));
  const gpu = agents.filter((candidate) => candidate.type === "sly_agent" && free(candidate) !== undefined);
  const best = gpu.reduce<Agent | undefined>(
    (top, candidate) => (top === undefined || (free(candidate) ?? 0) > (free(top) ?? 0) ? candidate : top),
    undefined,
  );
  if (best !== undefined) {
    return {
      id: best.id,
      name: best.name,
      reason: `most free GPU memory (${gigabytes(free(best) ?? 0)}) of ${gpu.length}`,
      ...others(agents, best),
    };
  }
  const idle = module?.needsGpu === false ? agents.find(isUsable) : undefined;
  if (idle !== undefined)
    return { id: idle.id, name: idle.name, reason: "the first running agent; the app needs no GPU" };
  const kubernetes = agents.find((candidate) => candidate.type === "kubernetes");
  if (kubernetes !== undefined)
    return {
      id: kubernetes.id,
      name: kubernetes.name,
      reason: "the first Kubernetes agent",
      ...others(agents, kubernetes),
    };
  const seen = agents.map(whyNot);
  const message =
    seen.length === 0 ? "The team has no running agent with a GPU." : `No agent will do: ${seen.join(", ")}.`;
  throw new TrainyardError("AGENT_NOT_FOUND", message, { facts: { teamId } });
}

function isUsable({ type, status = "running" }: Agent): boolean {
  return type === "sly_agent" && status === "running";
}

function others(agents: readonly Agent[], chosen: Agent): { others?: readonly string[] } {
  const rest = agents.filter(({ id }) => id !== chosen.id).map(describeAgent);
  return rest.length === 0 ? {} : { others: rest };
}

/** An agent in words: its name, its id and the free memory of each of its GPUs. */
export function describeAgent(agent: Agent): string {
  const memory = agent.freeMemory ?? [];
  const gpus =
    memory.length === 0
      ? agent.type === "kubernetes"
        ? "Kubernetes"
        : "no GPU"
      : `${memory.map(gigabytes).join(" + ")} free`;
  return `${agent.name || "agent"} (${agent.id}, ${gpus})`;
}

/** Why an agent was passed over. A type that is not known may do all the same, where a person says so. */
function whyNot(agent: Agent): string {
  const { id, name, type } = agent;
  const memory = free(agent);
  if (type === "sly_agent" || memory === undefined) return `${name} (${id}, ${type}, no usable GPU)`;
  return `${name} (${id}, of the unknown type ${JSON.stringify(type)}, ${gigabytes(memory)} free: name it to train there)`;
}

/** Whether a training can run there: a Kubernetes agent says nothing of its GPUs. */
export function hasGpu(agent: Agent): boolean {
  return agent.type === "kubernetes" || (agent.freeMemory ?? []).length > 0;
}

function free(agent: Agent): number | undefined {
  return agent.freeMemory?.[0];
}

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
