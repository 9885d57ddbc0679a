import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import { tasksInfo } from "../../instance/endpoints/tasks-info.ts";
import type { TaskRow } from "../../instance/endpoints/tasks-list.ts";
import { tasksStop } from "../../instance/endpoints/tasks-stop.ts";
import type { Problem } from "../../spec/problem.ts";
import { runningWarning, stoppedWarning } from "./start-warnings.ts";

const over: readonly unknown[] = ["finished", "error", "stopped", "terminating"];

/**
 * Stops the tasks of one start but the lowest, and tells which. Everyone who sees them decides alike.
 *
 * @param tasks lowest id first.
 * @param options `eachUser`: the start names several users, each of whom has a task of its own.
 */
export async function stopDuplicates(
  instance: Caller,
  tasks: readonly TaskRow[],
  options: { key: string; eachUser: boolean },
): Promise<readonly Problem[]> {
  const [kept] = tasks;
  if (kept === undefined) return [];
  const isExtra = (task: TaskRow, at: number) =>
    !options.eachUser ||
    (task.userId !== undefined && tasks.slice(0, at).some((lower) => lower.userId === task.userId));
  const extra = tasks.filter((task, at) => task !== kept && isExtra(task, at));
  return Promise.all(
    extra.map(async (task) => {
      const isStopped = over.includes(task.status) || (await stop(instance, task.id));
      return isStopped ? stoppedWarning(task.id, kept.id) : runningWarning(task.id, kept.id, options.key);
    }),
  );
}

/** Believes the task's status only: an answer can be lost, or be a proxy's. */
async function stop(instance: Caller, id: number): Promise<boolean> {
  for (let tries = 0; tries < 3; tries++) {
    try {
      await tasksStop(instance, id, { timeout: 5000, deadline: 5000 });
    } catch (error) {
      if (!isTrainyardError(error)) throw error;
    }
    const info = await tasksInfo(instance, id, { timeout: 5000, deadline: 5000 }).catch(() => undefined);
    if (over.includes(info?.status)) return true;
    await instance.runtime.sleep(1000 * 2 ** tries);
  }
  return false;
}
