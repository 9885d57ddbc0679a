import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { IdleProcess } from "./idle-process.ts";

/** What an instance said it has. */
export interface Acknowledged {
  /** Content by path. */
  readonly files: Map<string, string>;
  readonly tasks: Set<number>;
  /** Messages by task. */
  readonly lines: Map<number, string[]>;
  readonly projects: Set<number>;
}
/** What one kill left. */
export interface Aftermath {
  readonly acknowledged: number;
  /** What was acknowledged and is gone, or is there by half. */
  readonly lost: readonly string[];
}

export const nothingYet = (): Acknowledged => ({
  ...{ files: new Map(), tasks: new Set(), lines: new Map(), projects: new Set() },
});

/**
 * Writes to an instance in every way at once, kills it after a while, starts it again, and looks for what it had
 * acknowledged, in this round and the ones before.
 *
 * @param random a number from 0 to 1 for each call.
 */
export async function killedWrites(
  dir: string,
  project: string,
  known: Acknowledged,
  random: () => number,
): Promise<Aftermath> {
  const running = await IdleProcess.start(dir);
  const writers = [0, 1].flatMap((lane) => [
    repeat(() => upload(running, known, lane, random)),
    repeat(() => startTask(running, known)),
    repeat(() => addLine(running, known, random)),
  ]);
  writers.push(
    repeat(async () => {
      const id = await running.importProject(project);
      if (id !== undefined) known.projects.add(id);
      return id !== undefined;
    }),
  );
  await pause(30 + 500 * random());
  await running.kill();
  await Promise.all(writers);
  const again = await IdleProcess.start(dir);
  try {
    return { acknowledged: size(known), lost: await missing(again, dir, known) };
  } finally {
    await again.kill();
  }
}

async function repeat(write: () => Promise<boolean>): Promise<void> {
  while (await write());
}

async function upload(running: IdleProcess, { files }: Acknowledged, lane: number, random: () => number) {
  const path = `/bench/${lane}-${files.size}.txt`;
  const content = `${path}:${"x".repeat(Math.floor(200_000 * random()))}.`;
  const query = `file-storage.upload?teamId=1&path=${encodeURIComponent(path)}`;
  const answer = await running.call(query, content, "application/octet-stream");
  if (answer !== undefined) files.set(path, content);
  return answer !== undefined;
}

async function startTask(running: IdleProcess, { tasks, lines }: Acknowledged): Promise<boolean> {
  const answer = await running.call("tasks.run.app", { agentId: 1, workspaceId: 1, moduleId: 1001 });
  if (!Array.isArray(answer)) return false;
  const { taskId } = Object(answer[0]);
  tasks.add(taskId);
  lines.set(taskId, []);
  return true;
}

async function addLine(
  running: IdleProcess,
  { lines }: Acknowledged,
  random: () => number,
): Promise<boolean> {
  const ids = [...lines.keys()];
  const taskId = ids[Math.floor(random() * ids.length)];
  if (taskId === undefined) {
    await pause(5);
    return (await running.call("users.me", {})) !== undefined;
  }
  const message = `line ${lines.get(taskId)?.length} ${"y".repeat(Math.floor(3000 * random()))}`;
  const answer = await running.call("tasks.logs.add", { taskId, logs: [{ message }] });
  if (answer !== undefined) lines.get(taskId)?.push(message);
  return answer !== undefined;
}

const size = ({ files, tasks, lines, projects }: Acknowledged) =>
  files.size + tasks.size + projects.size + [...lines.values()].reduce((sum, of) => sum + of.length, 0);

async function missing(running: IdleProcess, dir: string, known: Acknowledged): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const [path, content] of known.files)
    if ((await running.call("file-storage.download", { teamId: 1, path })) !== content) lost.push(path);
  for (const id of known.tasks) {
    const { status, error } = Object(await running.call("tasks.info", { id }));
    if (status !== "error" || !String(error).includes("restarted")) lost.push(`task ${id}: ${status}`);
  }
  for (const [id, messages] of known.lines) {
    const records = await running.call("tasks.log.download", { id });
    const told = new Set(Array.isArray(records) ? records.map((record) => Object(record).message) : []);
    for (const message of messages) if (!told.has(message)) lost.push(`task ${id}: ${message.slice(0, 20)}`);
  }
  for (const id of known.projects) {
    const { imagesCount } = Object(await running.call("projects.info", { id }));
    if (!(Number(imagesCount) > 0)) lost.push(`project ${id}`);
  }
  return [...lost, ...halves(dir)];
}

/** What the instance should have cleared away. */
function halves(dir: string): readonly string[] {
  const incoming = join(dir, "team-files", ".incoming");
  const uploads = existsSync(incoming) ? readdirSync(incoming) : [];
  const root = join(dir, "projects");
  const projects = existsSync(root) ? readdirSync(root).filter((name) => name.startsWith(".")) : [];
  return [...uploads, ...projects].map((name) => `half of ${name}`);
}
