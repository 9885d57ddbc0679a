import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import { defaults } from "../../store/instance-file.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

const since = "2026-01-01T00:00:00.000Z";
const team = {
  id: defaults.teamId,
  name: "Local",
  description: "",
  role: "admin",
  createdAt: since,
  updatedAt: since,
};
const workspace = { ...team, id: defaults.workspaceId, name: "Workspace", teamId: defaults.teamId };

/** Teams, workspaces, the user and the instance itself: an embedded instance has one of each. */
export const accountEndpoints: Endpoints = {
  "instance.version": () => ({ version: "6.17.8" }),
  "users.me": () => ({ id: defaults.userId, login: "local", email: null, name: "Local user" }),
  "teams.list": endpoint(v.looseObject(pagingEntries), (body) => page([team], body)),
  "teams.info": endpoint(idBody, ({ id }) => only(team, id, "team")),
  "workspaces.list": endpoint(v.looseObject(pagingEntries), (body) => page([workspace], body)),
  "workspaces.info": endpoint(idBody, ({ id }) => only(workspace, id, "workspace")),
};

function only<T extends { id: number }>(row: T, id: number, noun: string): T {
  if (row.id === id) return row;
  throw new ApiError(404, `There is no ${noun} ${id}.`);
}
