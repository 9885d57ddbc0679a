import * as v from "valibot";
import type { Agent } from "../../plan/terms/facts.ts";
import type { Caller } from "../caller.ts";
import { agentOf, agentRow } from "./agent-row.ts";

const answer = v.array(agentRow);

/** Running agents of a team, with a GPU or without: an app may need none. Source: platform fact, `agents.available`. */
export async function agentsAvailable(instance: Caller, teamId: number): Promise<readonly Agent[]> {
  const body = { teamId, withoutPublic: false, anyStatus: false, needGPU: false };
  return (await instance.call("agents.available", body, answer)).map(agentOf);
}

/** Every agent a team can use, running or not, with a GPU or without. Source: platform fact, `agents.available`. */
export async function allAgents(instance: Caller, teamId: number): Promise<readonly Agent[]> {
  const body = { teamId, withoutPublic: false, anyStatus: true, needGPU: false };
  return (await instance.call("agents.available", body, answer, { attempts: "once" })).map(agentOf);
}

/** One agent, in whatever state. @throws NOT_FOUND. Source: platform fact, `agents.info`. */
export async function agentById(instance: Caller, id: number): Promise<Agent> {
  const options = { attempts: "once", timeout: 10_000 } as const;
  return agentOf(await instance.call("agents.info", { id }, agentRow, options));
}
