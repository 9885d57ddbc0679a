import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Problem } from "../../spec/problem.ts";
import { describeAgent, hasGpu } from "../ask/choose-agent.ts";
import type { NotChecked } from "../ask/read-optional.ts";
import { makeProblem } from "../problems/make-problem.ts";
import type { Agent } from "../terms/facts.ts";
import type { Lookups } from "../terms/lookups.ts";

/** What the instance said of the agent that was named. */
export type NamedAgent = Agent | "not found" | undefined;

/** Below this much free memory no training starts in earnest. */
const hardlyAny = 2 ** 30;

/** Asks for the agent by its id: no team needs to be known for that. */
export async function lookUpAgent(
  agent: number | "auto" | undefined,
  lookups: Lookups,
  notes: NotChecked,
): Promise<NamedAgent> {
  if (typeof agent !== "number") return undefined;
  const { agent: read } = lookups;
  return notes.read<NamedAgent>(
    "The agent",
    read &&
      (() =>
        read(agent).catch((error: unknown) => {
          if (isTrainyardError(error, "NOT_FOUND")) return "not found";
          throw error;
        })),
  );
}

/**
 * Finds that a named agent is missing, not running, without a GPU or full.
 * "Not found" alone proves nothing, since an instance may lack the endpoint: the team's whole list must lack it too.
 */
export async function agentProblems(
  id: number,
  world: {
    readonly named: NamedAgent;
    readonly teamId: number | undefined;
    readonly stats?: unknown;
    /** False for an app that runs without a GPU. */
    readonly needsGpu?: boolean | undefined;
  },
  lookups: Lookups,
  notes: NotChecked,
): Promise<readonly Problem[]> {
  const { named, teamId } = world;
  if (named === undefined) return [];
  // An instance without statistics either is not asked once more: a start stays two round trips.
  if (named === "not found" && world.stats === undefined) {
    notes.note("The agent: the instance does not say.");
    return [];
  }
  if (named !== "not found" && isRunning(named)) {
    if (hasGpu(named)) return memoryProblems(named);
    if (world.needsGpu === false) return [];
  }
  const { allAgents } = lookups;
  const all =
    teamId === undefined
      ? undefined
      : await notes.read("The team's agents", allAgents && (() => allAgents(teamId)));
  if (named === "not found") {
    if (all === undefined || all.length === 0) return [];
    const listed = all.find((agent) => agent.id === id);
    if (listed !== undefined) return agentProblems(id, { ...world, named: listed }, lookups, notes);
    return [
      makeProblem("AGENT_UNKNOWN", "agent", `The team has no agent ${id}.`, {
        hint: offer(all),
        value: id,
        allowed: usable(all),
      }),
    ];
  }
  const more = { value: id, ...(all === undefined ? {} : { hint: offer(all), allowed: usable(all) }) };
  const shown = describeAgent(named);
  if (!isRunning(named))
    return [makeProblem("AGENT_NOT_RUNNING", "agent", `The agent ${shown} is ${named.status}.`, more)];
  return [makeProblem("AGENT_WITHOUT_GPU", "agent", `The agent ${shown} reports no GPU.`, more)];
}

function memoryProblems(agent: Agent): readonly Problem[] {
  if (!isFull(agent)) return [];
  return [
    makeProblem(
      "AGENT_MEMORY_LOW",
      "agent",
      `The agent ${describeAgent(agent)} has hardly any memory left.`,
      {
        value: agent.id,
      },
    ),
  ];
}

function isFull({ freeMemory = [] }: Agent): boolean {
  return freeMemory.length > 0 && freeMemory.every((bytes) => bytes < hardlyAny);
}

function isRunning({ status }: Agent): boolean {
  return status === undefined || status === "" || status === "running";
}

function usable(agents: readonly Agent[]): readonly string[] {
  return agents.filter((agent) => isRunning(agent) && hasGpu(agent) && !isFull(agent)).map(describeAgent);
}

function offer(agents: readonly Agent[]): string {
  const would = usable(agents);
  return would.length === 0 ? "No agent of the team would do now." : `These would do: ${would.join(", ")}.`;
}
