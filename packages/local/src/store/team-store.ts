import { join } from "node:path";
import * as v from "valibot";
import { ApiError } from "./api-error.ts";
import { defaults } from "./instance-file.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** A team as the store keeps it. */
export interface StoredTeam {
  readonly id: number;
  readonly name: string;
}
/** A workspace as the store keeps it. */
export interface StoredWorkspace {
  readonly id: number;
  readonly name: string;
  readonly teamId: number;
}

interface Teams {
  readonly teams: readonly StoredTeam[];
  readonly workspaces: readonly StoredWorkspace[];
}
const schema: v.GenericSchema<unknown, Teams> = v.object({
  teams: v.array(v.object({ id: v.number(), name: v.string() })),
  workspaces: v.array(v.object({ id: v.number(), name: v.string(), teamId: v.number() })),
});
const fresh: Teams = {
  teams: [{ id: defaults.teamId, name: "Local" }],
  workspaces: [{ id: defaults.workspaceId, name: "Workspace", teamId: defaults.teamId }],
};

/** Teams and their workspaces; a fresh instance has one of each. */
export class TeamStore {
  readonly #path: string;
  #state: Teams;

  constructor(dir: string) {
    this.#path = join(dir, "teams.json");
    this.#state = readJsonFile(this.#path, schema) ?? fresh;
  }

  get teams(): readonly StoredTeam[] {
    return this.#state.teams;
  }

  get workspaces(): readonly StoredWorkspace[] {
    return this.#state.workspaces;
  }

  /** @throws ApiError 404 */
  team(id: number): StoredTeam {
    const team = this.teams.find((candidate) => candidate.id === id);
    if (team === undefined) throw new ApiError(404, `There is no team ${id}.`);
    return team;
  }

  /** @throws ApiError 404 */
  workspace(id: number): StoredWorkspace {
    const workspace = this.workspaces.find((candidate) => candidate.id === id);
    if (workspace === undefined) throw new ApiError(404, `There is no workspace ${id}.`);
    return workspace;
  }

  /** Adds a team under an id of the caller's choice, or renames the one that has it. */
  putTeam(team: StoredTeam): void {
    this.#save({ ...this.#state, teams: [...this.teams.filter(({ id }) => id !== team.id), team] });
  }

  /** Adds a workspace to a team. @throws ApiError 404 when there is no such team. */
  putWorkspace(workspace: StoredWorkspace): void {
    this.team(workspace.teamId);
    const others = this.workspaces.filter(({ id }) => id !== workspace.id);
    this.#save({ ...this.#state, workspaces: [...others, workspace] });
  }

  #save(state: Teams): void {
    writeJsonFile(this.#path, state);
    this.#state = state;
  }
}
