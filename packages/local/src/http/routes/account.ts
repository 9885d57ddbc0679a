import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import { defaults } from "../../store/instance-file.ts";
import type { StoredTeam, StoredWorkspace } from "../../store/team-store.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

const since = "2026-01-01T00:00:00.000Z";
const user = {
  id: defaults.userId,
  login: "local",
  name: "Local user",
  email: null,
  role: "admin",
  roleId: 1,
  logins: 0,
  disabled: false,
  lastLogin: null,
  createdAt: since,
  updatedAt: since,
};
const teamRow = ({ id, name }: StoredTeam) => ({
  id,
  name,
  description: "",
  role: "admin",
  createdAt: since,
  updatedAt: since,
});
const workspaceRow = ({ id, name, teamId }: StoredWorkspace) => ({
  id,
  name,
  description: "",
  teamId,
  createdAt: since,
  updatedAt: since,
});

/** Teams, workspaces, the one user, and the instance itself. */
export const accountEndpoints: Endpoints = {
  // A version that the platform's SDK knows all these endpoints of.
  "instance.version": () => ({ version: "6.18.3" }),
  "users.me": () => user,
  "users.info": endpoint(idBody, ({ id }) => {
    if (id === user.id) return user;
    throw new ApiError(404, `There is no user ${id}.`);
  }),
  "teams.list": endpoint(v.looseObject(pagingEntries), (body, { teams }) =>
    page(teams.teams.map(teamRow), body),
  ),
  "teams.info": endpoint(idBody, ({ id }, { teams }) => teamRow(teams.team(id))),
  "workspaces.list": endpoint(
    v.looseObject({ ...pagingEntries, teamId: v.optional(v.number()) }),
    (body, { teams }) => {
      const rows = teams.workspaces.filter(
        ({ teamId }) => body.teamId === undefined || teamId === body.teamId,
      );
      return page(rows.map(workspaceRow), body);
    },
  ),
  "workspaces.info": endpoint(idBody, ({ id }, { teams }) => workspaceRow(teams.workspace(id))),
};
