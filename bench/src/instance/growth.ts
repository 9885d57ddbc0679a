import { join } from "node:path";
import { IdleProcess } from "./idle-process.ts";

const start = { agentId: 1, workspaceId: 1, moduleId: 1001 };
const median = (figures: readonly number[]) => [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? 0;

/** How start-up, lists, log pages and memory grow with the tasks and the log lines of an instance, one row each. */
export async function growth(dir: string): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const tasks of [100, 1000, 10_000]) rows.push(await withTasks(join(dir, `tasks-${tasks}`), tasks));
  for (const lines of [1000, 10_000, 100_000]) rows.push(await withLines(join(dir, `lines-${lines}`), lines));
  return rows;
}

async function withTasks(dir: string, count: number): Promise<string> {
  await using filled = disposable(await IdleProcess.start(dir));
  for (let at = 0; at < count; at += 50)
    await Promise.all(Array.from({ length: 50 }, () => filled.process.call("tasks.run.app", start)));
  await filled.process.kill();
  // The first start after a kill tells each of its tasks that it is over.
  const recovering = await IdleProcess.start(dir);
  const recovered = Math.round(recovering.startup);
  await recovering.kill();
  await using again = disposable(await IdleProcess.start(dir));
  const list = await timed(() => again.process.call("tasks.list", { workspaceId: 1, per_page: 50 }));
  const startup = Math.round(again.process.startup);
  return `${count} tasks: start-up ${startup} ms (${recovered} ms after a kill), tasks.list ${list} ms, ${again.process.memory} MB`;
}

async function withLines(dir: string, count: number): Promise<string> {
  await using filled = disposable(await IdleProcess.start(dir));
  await filled.process.call("tasks.run.app", start);
  const logs = Array.from({ length: 1000 }, (_, at) => ({
    message: `Epoch ${at}`,
    subtask: "Epoch",
    current: at,
  }));
  const added = await timed(() => filled.process.call("tasks.logs.add", { taskId: 1, logs }), count / 1000);
  await filled.process.kill();
  await using again = disposable(await IdleProcess.start(dir));
  const first = await timed(() => again.process.call("tasks.log.download", { id: 1, limit: 500 }));
  const sinceTime = new Date().toISOString();
  const last = await timed(() => again.process.call("tasks.log.download", { id: 1, sinceTime, limit: 500 }));
  return `${count} log lines: 1,000 added in ${added} ms, first page ${first} ms, what is new ${last} ms, start-up ${Math.round(again.process.startup)} ms, ${again.process.memory} MB`;
}

async function timed(act: () => Promise<unknown>, rounds = 7): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await act();
    figures.push(performance.now() - began);
  }
  return Math.round(10 * median(figures)) / 10;
}

const disposable = (process: IdleProcess) => ({ process, [Symbol.asyncDispose]: () => process.kill() });
