import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { TrainyardError } from "../errors/trainyard-error.ts";
import type { ConnectOptions, Instance } from "../instance/connect.ts";
import { connect } from "../instance/connect.ts";

/** Where the environment is read from. */
export interface EnvOptions extends Omit<ConnectOptions, "address" | "token" | "teamId"> {
  /** Default `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folder of `local.env`; default the current folder. */
  readonly cwd?: string;
  /** Folder of `supervisely.env`; default the home folder. */
  readonly home?: string;
}

/**
 * Connects as the platform's SDK does: SERVER_ADDRESS and API_TOKEN from the environment, else from `local.env`
 * in this folder, else from `~/supervisely.env`. TEAM_ID, if set, is where checkpoints are looked up first.
 *
 * @throws ENV_INVALID naming the variable that is missing or malformed.
 * @example
 * ```ts
 * import { connectFromEnv } from "@trainyard/core/node";
 * const instance = connectFromEnv();
 * ```
 * Source: specification, quick example.
 */
export function connectFromEnv(options: EnvOptions = {}): Instance {
  const { env = process.env, cwd = process.cwd(), home = homedir(), ...rest } = options;
  const layers = [env, envFile(join(cwd, "local.env")), envFile(join(home, "supervisely.env"))];
  const read = (...names: string[]) => {
    for (const layer of layers) for (const name of names) if (layer[name] !== undefined) return layer[name];
    return undefined;
  };
  const need = (name: string) => {
    const value = read(name)?.trim();
    if (value === undefined || value === "") throw new TrainyardError("ENV_INVALID", `${name} is not set.`);
    return value;
  };
  const team = read(
    "CONTEXT_TEAMID",
    "context.teamId",
    "TEAM_ID",
    "modal.state.teamId",
    "modal.state.slyTeamId",
  );
  if (team !== undefined && !/^[1-9]\d*$/.test(team.trim()))
    throw new TrainyardError("ENV_INVALID", `TEAM_ID is ${JSON.stringify(team)}, not a team's id.`, {
      hint: "Set it to a whole number or leave it out.",
    });
  return connect({
    ...rest,
    address: need("SERVER_ADDRESS"),
    token: need("API_TOKEN"),
    ...(team === undefined ? {} : { teamId: Number(team) }),
  });
}

function envFile(path: string): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}
