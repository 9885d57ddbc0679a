import { TrainyardError } from "../errors/trainyard-error.ts";
import { environmentId } from "./environment-id.ts";
import type { EnvironmentOptions } from "./read-environment.ts";
import { readEnvironment } from "./read-environment.ts";

/**
 * The agent's id that the environment, `local.env` or `~/supervisely.env` says: AGENT_ID.
 *
 * @throws ENV_INVALID when it is missing or no id.
 * @example
 * ```ts
 * import { TrainApi } from "@trainyard/core";
 * import { agentIdFromEnv, connectFromEnv, projectIdFromEnv } from "@trainyard/core/node";
 * const run = await new TrainApi(connectFromEnv()).run({
 *   agentId: agentIdFromEnv(),
 *   projectId: projectIdFromEnv(),
 *   model: "YOLO/YOLO26s-det",
 * });
 * ```
 * Source: specification, quick example (`sly.env.agent_id()`).
 */
export function agentIdFromEnv(options: EnvironmentOptions = {}): number {
  return idFromEnv(options, ["AGENT_ID"], "AGENT_ID", "an agent");
}

/**
 * The project's id that the environment, `local.env` or `~/supervisely.env` says: PROJECT_ID, or the names under
 * which the platform hands a project to an app, which come first.
 *
 * @throws ENV_INVALID when it is missing or no id.
 * @example
 * ```ts
 * import { projectIdFromEnv } from "@trainyard/core/node";
 * const id = projectIdFromEnv({ env: { PROJECT_ID: "101" } });
 * ```
 * Source: specification, quick example (`sly.env.project_id()`).
 */
export function projectIdFromEnv(options: EnvironmentOptions = {}): number {
  const names = [
    "CONTEXT_PROJECTID",
    "context.projectId",
    "modal.state.slyProjectId",
    "PROJECT_ID",
    "modal.state.inputProjectId",
  ];
  return idFromEnv(options, names, "PROJECT_ID", "a project");
}

function idFromEnv(
  options: EnvironmentOptions,
  names: readonly string[],
  usual: string,
  what: string,
): number {
  const id = environmentId(readEnvironment(options), names, what);
  if (id !== undefined) return id;
  throw new TrainyardError("ENV_INVALID", `${usual} is not set.`, {
    hint: `Set ${usual}, or put it in local.env.`,
    facts: { variable: usual },
  });
}
