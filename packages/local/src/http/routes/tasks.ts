import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import { defaults } from "../../store/instance-file.ts";
import type { StoredTask } from "../../store/task-store.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, idBody, numberText } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

function taskRow(task: StoredTask, { apps, agents }: Context) {
  const app = apps.get(task.moduleId);
  return {
    id: task.id,
    type: "app",
    status: task.status,
    description: task.description,
    createdAt: task.createdAt,
    startedAt: task.startedAt,
    finishedAt: task.finishedAt,
    ...(task.error === null ? {} : { error: task.error }),
    userId: task.userId,
    workspaceId: task.workspaceId,
    teamId: task.teamId,
    agentId: task.agentId,
    agentName: agents().find(({ id }) => id === task.agentId)?.name ?? "",
    moduleId: task.moduleId,
    settings: {},
    meta: {
      ...task.meta,
      // Names the app's page in links; it opens nothing by itself.
      sessionToken: String(task.id),
      app: { id: task.moduleId, moduleId: task.moduleId, name: app?.name ?? "", version: app?.version ?? "" },
      name: task.name,
      params: { state: task.state },
      output: task.output,
    },
  };
}

const startBody = v.looseObject({
  agentId: v.number(),
  workspaceId: v.number(),
  moduleId: v.number(),
  description: v.optional(v.string(), ""),
  taskName: v.optional(v.string(), ""),
  params: v.optional(v.looseObject({ state: v.optional(v.record(v.string(), v.unknown()), {}) }), {}),
});

/** Tasks: start, watch, talk to, stop. */
export const taskEndpoints: Endpoints = {
  "tasks.run.app": endpoint(startBody, (body, context) => {
    const { teams, apps, agents, tasks, agent, now } = context;
    const workspace = teams.workspaces.find(({ id }) => id === body.workspaceId);
    if (workspace === undefined) throw new ApiError(400, `There is no workspace ${body.workspaceId}.`);
    const { teamId } = workspace;
    if (!agents().some((row) => row.id === body.agentId && row.teamId === teamId))
      throw new ApiError(400, `Agent ${body.agentId} does not exist or is not running.`);
    if (!apps.has(body.moduleId)) throw new ApiError(400, `There is no app ${body.moduleId}.`);
    const task = tasks.add({
      moduleId: body.moduleId,
      agentId: body.agentId,
      workspaceId: workspace.id,
      teamId,
      userId: defaults.userId,
      name: body.taskName,
      description: body.description,
      createdAt: now(),
      state: body.params.state ?? {},
    });
    agent.start(task);
    return [{ taskId: task.id, userId: task.userId, moduleId: task.moduleId, appId: task.moduleId }];
  }),
  // The SDK sends the id as its environment has it, a text.
  "tasks.info": endpoint(v.looseObject({ id: numberText }), ({ id }, context) =>
    taskRow(context.tasks.get(id), context),
  ),
  "tasks.list": endpoint(v.looseObject({ ...pagingEntries, workspaceId: v.number() }), (body, context) => {
    const tasks = context.tasks.list().filter((task) => task.workspaceId === body.workspaceId);
    // Of ten thousand tasks only those of the page become rows.
    const { entities, ...rest } = page(tasks, body);
    return { ...rest, entities: entities.map((task) => taskRow(task, context)) };
  }),
  "tasks.stop": endpoint(idBody, async ({ id }, { tasks, agent }) => {
    tasks.get(id);
    await agent.stop(id);
    return { id, status: tasks.get(id).status };
  }),
  "tasks.output.set": endpoint(
    v.looseObject({ taskId: v.number(), output: v.record(v.string(), v.unknown()) }),
    ({ taskId, output }, { tasks }) => {
      tasks.addOutput(taskId, output);
      return { success: true };
    },
  ),
  "tasks.request.direct": endpoint(
    v.looseObject({
      taskId: v.number(),
      command: v.string(),
      context: v.optional(v.unknown(), {}),
      state: v.optional(v.unknown(), {}),
      /** Seconds. */
      timeout: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)), 60),
    }),
    async ({ taskId, command, context: of, state, timeout }, { agent, tasks }) => {
      tasks.get(taskId);
      const answer = await agent.request(taskId, command, { context: of, state }, 1000 * timeout);
      return new Response(answer.body, {
        status: answer.status,
        headers: { "content-type": answer.headers.get("content-type") ?? "application/json" },
      });
    },
  ),
};
