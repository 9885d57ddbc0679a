import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { ApiError } from "./api-error.ts";
import type { InstanceFile } from "./instance-file.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** A task as the store keeps it. */
export interface StoredTask {
  readonly id: number;
  readonly status: "queued" | "consumed" | "started" | "finished" | "error" | "terminating" | "stopped";
  readonly moduleId: number;
  readonly agentId: number;
  readonly workspaceId: number;
  readonly teamId: number;
  readonly userId: number;
  readonly name: string;
  readonly description: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly state: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
}

const taskSchema: v.GenericSchema<unknown, StoredTask> = v.object({
  id: v.number(),
  status: v.picklist(["queued", "consumed", "started", "finished", "error", "terminating", "stopped"]),
  moduleId: v.number(),
  agentId: v.number(),
  workspaceId: v.number(),
  teamId: v.number(),
  userId: v.number(),
  name: v.string(),
  description: v.string(),
  createdAt: v.string(),
  startedAt: v.nullable(v.string()),
  finishedAt: v.nullable(v.string()),
  state: v.record(v.string(), v.unknown()),
  output: v.record(v.string(), v.unknown()),
});
/** A record of a task's log: message, level, timestamp, and whatever the app adds. */
export type StoredLog = Readonly<Record<string, unknown>> & { readonly timestamp: string };

/** Tasks on disk: one folder each, with the task and its log. */
export class TaskStore {
  readonly #root: string;
  readonly #instance: InstanceFile;
  readonly #tasks = new Map<number, StoredTask>();

  constructor(dir: string, instance: InstanceFile) {
    this.#root = join(dir, "tasks");
    this.#instance = instance;
    const names = existsSync(this.#root) ? readdirSync(this.#root) : [];
    for (const name of names) {
      const task = readJsonFile(join(this.#root, name, "task.json"), taskSchema);
      if (task !== undefined) this.#tasks.set(task.id, task);
    }
  }

  /** Newest first. */
  list(): readonly StoredTask[] {
    return [...this.#tasks.values()].sort((a, b) => b.id - a.id);
  }

  /** @throws ApiError 404 */
  get(id: number): StoredTask {
    const task = this.#tasks.get(id);
    if (task === undefined) throw new ApiError(404, `There is no task ${id}.`);
    return task;
  }

  /** Where a task's app may work. */
  folder(id: number): string {
    return join(this.#root, String(id));
  }

  add(task: Omit<StoredTask, "id" | "status" | "startedAt" | "finishedAt" | "output">): StoredTask {
    const id = this.#instance.takeIds("task");
    return this.#save({ ...task, id, status: "queued", startedAt: null, finishedAt: null, output: {} });
  }

  update(id: number, change: Partial<Omit<StoredTask, "id">>): StoredTask {
    return this.#save({ ...this.get(id), ...change });
  }

  /** Adds to a task's output, key by key. */
  addOutput(id: number, output: Readonly<Record<string, unknown>>): StoredTask {
    return this.update(id, { output: { ...this.get(id).output, ...output } });
  }

  log(id: number, records: readonly StoredLog[]): void {
    mkdirSync(this.folder(id), { recursive: true });
    const lines = records.map((record) => `${JSON.stringify(record)}\n`);
    appendFileSync(join(this.folder(id), "log.jsonl"), lines.join(""));
  }

  /** Records of this time and later, oldest first; records of one time stay together. */
  readLog(id: number, since: string | undefined, limit: number | undefined): readonly StoredLog[] {
    this.get(id);
    const path = join(this.folder(id), "log.jsonl");
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
    const records = lines.map((line): StoredLog => JSON.parse(line));
    const later = since === undefined ? records : records.filter((record) => record.timestamp >= since);
    return limit === undefined ? later : later.slice(0, limit);
  }

  #save(task: StoredTask): StoredTask {
    writeJsonFile(join(this.folder(task.id), "task.json"), task);
    this.#tasks.set(task.id, task);
    return task;
  }
}
