import * as v from "valibot";
import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import type { AgentStatus } from "../../instance/endpoints/agents-info.ts";
import { agentsInfo } from "../../instance/endpoints/agents-info.ts";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";

const guiState = v.looseObject({ start_training: v.optional(v.unknown(), false) });
const params = v.looseObject({ state: v.looseObject({ guiState: v.optional(v.unknown()) }) });

/**
 * Whether a task's app was asked to train by itself; undefined when the platform does not show it.
 *
 * Source: platform facts: the task's `meta.params.state.guiState`, an object or its JSON text; without one (finetune,
 * rerun) the app waits for a person.
 */
export function autostartOf(info: TaskInfo): boolean | undefined {
  const found = v.safeParse(params, info.meta?.params);
  if (!found.success) return undefined;
  if (found.output.state.beginsBy === "train_from_api") return true;
  const raw = found.output.state.guiState;
  if (raw === undefined || raw === null) return "trainTaskId" in found.output.state ? false : undefined;
  const state = v.safeParse(guiState, typeof raw === "string" ? parse(raw) : raw);
  if (!state.success) return undefined;
  return state.output.start_training === true || state.output.start_training === "true";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How a task's agent is; undefined when that cannot be found out. */
export async function agentOf(
  instance: Caller,
  info: TaskInfo,
  signal: AbortSignal | undefined,
): Promise<AgentStatus | undefined> {
  const id = info.agentId;
  if (id === undefined || id === null) return undefined;
  const gone = { id, name: "", status: "gone" };
  try {
    return (await agentsInfo(instance, id, { signal, attempts: "once" })) ?? gone;
  } catch (error) {
    if (isTrainyardError(error, "NOT_FOUND")) return gone;
    if (isTrainyardError(error)) return undefined;
    throw error;
  }
}
