import { TrainyardError } from "../../errors/trainyard-error.ts";
import { suggest } from "../../spec/closest.ts";
import type { AgentRef, TrainSpec } from "../../spec/train-spec.ts";
import type { Lookups } from "../terms/lookups.ts";

/** A spec whose project and agent are ids. */
export interface ResolvedSpec extends Omit<TrainSpec, "agent" | "project"> {
  readonly agent?: number | "auto";
  readonly project?: number;
}

/**
 * Looks up the names that stand for a project and an agent. Ids are passed on without asking anybody.
 *
 * @throws PROJECT_NOT_FOUND, AGENT_NOT_FOUND for a name that nothing has, or that several have, with their ids.
 */
export async function resolveNames(spec: TrainSpec, lookups: Lookups): Promise<ResolvedSpec> {
  const { agent, project, ...rest } = spec;
  const projectId = typeof project === "string" ? await projectNamed(project, lookups) : project;
  return {
    ...rest,
    ...(agent === undefined ? {} : { agent: await agentId(agent, projectId, lookups) }),
    ...(projectId === undefined ? {} : { project: projectId }),
  };
}

async function projectNamed(name: string, lookups: Lookups): Promise<number> {
  const { projectsNamed } = lookups;
  const found = (await projectsNamed?.(name, lookups.teamId)) ?? [];
  const [one] = found;
  if (one !== undefined && found.length === 1) return one.id;
  if (one === undefined)
    throw new TrainyardError("PROJECT_NOT_FOUND", `There is no project named ${JSON.stringify(name)}.`, {
      hint: "Check its spelling, or give its id: the number in the address of its page.",
      facts: { project: name },
    });
  const ids = found.map(({ id, workspaceId }) => `${id} (workspace ${workspaceId})`).join(", ");
  throw new TrainyardError(
    "PROJECT_NOT_FOUND",
    `Several projects are named ${JSON.stringify(name)}: ${ids}.`,
    {
      hint: "Give the id of the one that is meant.",
      facts: { project: name, ids: found.map(({ id }) => id) },
    },
  );
}

async function agentId(
  agent: AgentRef,
  project: number | undefined,
  lookups: Lookups,
): Promise<number | "auto"> {
  if (typeof agent === "number") return agent;
  return agent === "auto" ? "auto" : agentNamed(agent, project, lookups);
}

async function agentNamed(name: string, project: number | undefined, lookups: Lookups): Promise<number> {
  const teamId =
    project === undefined ? lookups.teamId : ((await lookups.project(project)).teamId ?? lookups.teamId);
  const list = lookups.allAgents ?? lookups.agents;
  const all = teamId === undefined ? [] : await list(teamId);
  const found = all.filter((agent) => agent.name === name);
  const [one] = found;
  if (one !== undefined && found.length === 1) return one.id;
  if (one === undefined) {
    const names = all.map((agent) => agent.name);
    throw new TrainyardError(
      "AGENT_NOT_FOUND",
      `The project's team has no agent named ${JSON.stringify(name)}.`,
      {
        hint: suggest(name, names, "agent"),
        facts: { agent: name, teamId },
      },
    );
  }
  throw new TrainyardError(
    "AGENT_NOT_FOUND",
    `Several agents are named ${JSON.stringify(name)}: ${found.map(({ id }) => id).join(", ")}.`,
    { hint: "Give the id of the one that is meant.", facts: { agent: name, ids: found.map(({ id }) => id) } },
  );
}
