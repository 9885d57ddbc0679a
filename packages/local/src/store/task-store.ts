import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { ApiError } from "./api-error.ts";
import type { InstanceFile } from "./instance-file.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";
import type { LogEntry } from "./task-log.ts";
import { TaskLog } from "./task-log.ts";

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
  /** Why it is an error; null otherwise. */
  readonly error: string | null;
  readonly state: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
}
/** What is said of a task when it is made. */
export type NewTask = Omit<StoredTask, "id" | "status" | "startedAt" | "finishedAt" | "error" | "output">;

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
  error: v.optional(v.nullable(v.string()), null),
  state: v.record(v.string(), v.unknown()),
  output: v.record(v.string(), v.unknown()),
});

/** Tasks on disk: one folder each, with the task, its log, and a folder for its app. */
export class TaskStore {
  readonly #root: string;
  readonly #instance: InstanceFile;
  readonly #tasks = new Map<number, StoredTask>();
  readonly #logs = new Map<number, TaskLog>();

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

  /** Where a task's app may work, and clear away as it likes. */
  workFolder(id: number): string {
    return join(this.#root, String(this.get(id).id), "app");
  }

  /** Where a task's copy of its app stands. */
  codeFolder(id: number): string {
    return join(this.#root, String(this.get(id).id), "code");
  }

  add(task: NewTask): StoredTask {
    const id = this.#instance.takeIds("task");
    return this.#save({
      ...task,
      ...{ id, status: "queued", startedAt: null, finishedAt: null, error: null, output: {} },
    });
  }

  /** Takes in a task as another instance tells of it, its id given. */
  put(task: StoredTask): void {
    this.#instance.reserve("task", task.id);
    this.#save(task);
  }

  update(id: number, change: Partial<Omit<StoredTask, "id">>): StoredTask {
    return this.#save({ ...this.get(id), ...change });
  }

  /** Adds to a task's output, key by key. */
  addOutput(id: number, output: Readonly<Record<string, unknown>>): StoredTask {
    return this.update(id, { output: { ...this.get(id).output, ...output } });
  }

  /** A task's log. @throws ApiError 404 */
  log(id: number): TaskLog {
    const kept = this.#logs.get(this.get(id).id);
    if (kept !== undefined) return kept;
    const log = new TaskLog(join(this.#root, String(id), "log.jsonl"));
    this.#logs.set(id, log);
    return log;
  }

  /** Adds records to a task's log. */
  addLog(id: number, records: readonly LogEntry[]): void {
    this.log(id).append(records);
  }

  #save(task: StoredTask): StoredTask {
    writeJsonFile(join(this.#root, String(task.id), "task.json"), task);
    this.#tasks.set(task.id, task);
    return task;
  }
}
