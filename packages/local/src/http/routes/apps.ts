import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import { defaults } from "../../store/instance-file.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint } from "../endpoint.ts";

/** Apps as a team has them installed; here an app's id is its module's. */
export const appEndpoints: Endpoints = {
  // Source: platform fact, the fields of the SDK's AppInfo.
  "apps.info": endpoint(v.looseObject({ id: v.number() }), ({ id }, { apps, tasks }) => {
    const app = apps.get(id);
    if (app === undefined) throw new ApiError(404, `There is no app ${id}.`);
    const own = tasks.list().filter((task) => task.moduleId === id);
    return {
      id,
      moduleId: id,
      teamId: defaults.teamId,
      userId: defaults.userId,
      createdBy: defaults.userId,
      userLogin: "local",
      disabled: false,
      isShared: false,
      name: app.name,
      slug: app.slug,
      config: app.config ?? {},
      // Links to an app's files begin with it.
      repo: `https://github.com/${app.slug.split("/").slice(0, 2).join("/")}`,
      tasks: own.map((task) => ({ id: task.id, status: task.status, createdAt: task.createdAt })),
    };
  }),
};
