import type { Hono } from "hono";
import * as v from "valibot";
import type { Context } from "../http/context.ts";
import type { StoredTask } from "../store/task-store.ts";
import type { PageLogLine, PageProgress, PageTask } from "./page-data.ts";
import { pageEvents } from "./page-events.ts";

/** Newest lines that an opened log begins with. */
const firstLines = 2000;
/** Newest tasks that a list shows. */
const listed = 500;
const start = "1970-01-01T00:00:00.000Z";

/** Tasks on the page: their list and one's log as streams, and Stop. */
export function mountTasksPage(app: Hono, context: Context): void {
  const { tasks, agent } = context;
  const listenTo = (id?: number) => (changed: () => void) =>
    tasks.listen((taskId) => {
      if (id === undefined || id === taskId) changed();
    });

  app.get("/page/tasks", (c) => {
    let told = "";
    return pageEvents(c, listenTo(), async () => {
      const data = tasks
        .list()
        .slice(0, listed)
        .map((task) => taskRow(task, context));
      const text = JSON.stringify(data);
      if (text === told) return [];
      told = text;
      return [{ event: "tasks", data }];
    });
  });

  app.get("/page/tasks/:id{\\d+}", (c) => {
    const id = Number(c.req.param("id"));
    tasks.get(id);
    let since = start;
    let seen = 0;
    return pageEvents(c, listenTo(id), async () => {
      const records: Record<string, unknown>[] = [];
      // Records of one time stay together, so those of the last time are read again and passed over.
      for await (const text of tasks.log(id).read(since, Number.MAX_SAFE_INTEGER))
        records.push(JSON.parse(text));
      const fresh = records.slice(seen);
      const last = String(records.at(-1)?.timestamp ?? since);
      seen = records.filter(({ timestamp }) => timestamp === last).length;
      since = last;
      return [
        { event: "task", data: taskRow(tasks.get(id), context) },
        { event: "log", data: fresh.filter(isLine).slice(-firstLines).map(lineOf) },
        { event: "progress", data: fresh.filter((record) => !isLine(record)).flatMap(progressOf) },
      ];
    });
  });

  app.post("/page/tasks/:id{\\d+}/stop", async ({ req, json }) => {
    const id = Number(req.param("id"));
    tasks.get(id);
    await agent.stop(id);
    return json(taskRow(tasks.get(id), context));
  });
}

function taskRow(task: StoredTask, { apps }: Context): PageTask {
  const { slyProjectId } = task.state;
  const record: unknown = Object(Object(task.output.experiment).data).experiment_name;
  return {
    id: task.id,
    name: titleOf(task),
    app: apps.get(task.moduleId)?.name ?? `app ${task.moduleId}`,
    status: task.status,
    createdAt: task.createdAt,
    startedAt: task.startedAt,
    finishedAt: task.finishedAt,
    error: task.error,
    projectId: typeof slyProjectId === "number" ? slyProjectId : null,
    experiment: typeof record === "string" ? record : null,
  };
}

const asked = v.looseObject({
  experiment_name: v.optional(v.string(), ""),
  model: v.optional(
    v.looseObject({ model_name: v.optional(v.string(), ""), checkpoint: v.optional(v.string(), "") }),
  ),
});
/** What clients of the platform call a task when nobody has named it. */
const unnamed = "pythonSpawned";

/** A task's own name; else what it was asked to train, which tells tasks apart. */
function titleOf({ name, state }: StoredTask): string {
  if (name !== "" && name !== unnamed) return name;
  const { guiState } = state;
  const read = v.safeParse(asked, typeof guiState === "string" ? parsed(guiState) : guiState);
  if (!read.success) return "";
  const { experiment_name: experiment, model } = read.output;
  return experiment || model?.model_name || model?.checkpoint || "";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isLine = (record: Readonly<Record<string, unknown>>) => record.subtask === undefined;

function lineOf({ timestamp, level, message }: Readonly<Record<string, unknown>>): PageLogLine {
  return { time: String(timestamp), level: String(level ?? "info"), message: String(message ?? "") };
}

function progressOf({ subtask, current, total }: Readonly<Record<string, unknown>>): readonly PageProgress[] {
  return typeof current === "number" && typeof total === "number"
    ? [{ label: String(subtask), current, total }]
    : [];
}
