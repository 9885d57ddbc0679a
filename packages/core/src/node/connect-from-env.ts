import { TrainyardError } from "../errors/trainyard-error.ts";
import type { ConnectOptions, Instance } from "../instance/connect.ts";
import { connect } from "../instance/connect.ts";
import { environmentId } from "./environment-id.ts";
import type { EnvironmentOptions } from "./read-environment.ts";
import { readEnvironment } from "./read-environment.ts";

/** Where the environment is read from, and how to connect. */
export interface EnvOptions
  extends EnvironmentOptions,
    Omit<ConnectOptions, "address" | "token" | "teamId"> {}

/**
 * Connects as the platform's SDK does: SERVER_ADDRESS and API_TOKEN from the environment, else from `local.env`
 * in this folder, else from `~/supervisely.env`. TEAM_ID, if set, is where checkpoints are looked up first.
 *
 * @throws ENV_INVALID naming the variable that is missing or malformed, or the file that cannot be read.
 * @example
 * ```ts
 * import { connectFromEnv } from "@trainyard/core/node";
 * const instance = connectFromEnv();
 * ```
 * Source: specification, quick example.
 */
export function connectFromEnv(options: EnvOptions = {}): Instance {
  const { env: _env, cwd: _cwd, home: _home, ...rest } = options;
  const environment = readEnvironment(options);
  const need = (name: string) => {
    const value = environment[name]?.trim();
    if (value === undefined || value === "") throw new TrainyardError("ENV_INVALID", `${name} is not set.`);
    return value;
  };
  const teamId = environmentId(environment, ["CONTEXT_TEAMID", "context.teamId", "TEAM_ID"], "a team");
  return connect({
    ...rest,
    address: need("SERVER_ADDRESS"),
    token: need("API_TOKEN"),
    ...(teamId === undefined ? {} : { teamId }),
  });
}
