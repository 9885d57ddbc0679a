import type { Context } from "./context.ts";

/** Tells a task's log which endpoint its app asked for in vain, once for each, with how many there are so far. */
export function noteUnknown(name: string, taskId: string | undefined, { tasks, now }: Context): void {
  const task = tasks.list().find(({ id }) => String(id) === taskId);
  if (task === undefined) return;
  const kept = task.meta.unknownEndpoints;
  const names: readonly unknown[] = Array.isArray(kept) ? kept : [];
  // A misused name must not fill the task.
  if (names.includes(name) || names.length >= 200 || name.length > 100) return;
  tasks.addMeta(task.id, { unknownEndpoints: [...names, name] });
  const message = `The app asked for the endpoint ${name}, which this instance does not have (${names.length + 1} such so far).`;
  tasks.addLog(task.id, [{ message, level: "warn", timestamp: now(), task_id: task.id }]);
}
