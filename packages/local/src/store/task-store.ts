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
  /** What its app said of it beside the output. */
  readonly meta: Readonly<Record<string, unknown>>;
}
/** What a task's app shows on its page. */
export interface TaskPage {
  readonly state: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
}
/** What is said of a task when it is made. */
export type NewTask = Omit<
  StoredTask,
  "id" | "status" | "startedAt" | "finishedAt" | "error" | "output" | "meta"
>;

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
  meta: v.optional(v.record(v.string(), v.unknown()), {}),
});
const pageSchema: v.GenericSchema<unknown, TaskPage> = v.object({
  state: v.record(v.string(), v.unknown()),
  data: v.record(v.string(), v.unknown()),
});

/** Tasks on disk: one folder each, with the task, its log, and a folder for its app. */
export class TaskStore {
  readonly #root: string;
  readonly #instance: InstanceFile;
  readonly #tasks = new Map<number, StoredTask>();
  readonly #logs = new Map<number, TaskLog>();
  readonly #listeners = new Set<(taskId: number) => void>();

  constructor(dir: string, instance: InstanceFile) {
    this.#root = join(dir, "tasks");
    this.#instance = instance;
    const names = existsSync(this.#root) ? readdirSync(this.#root) : [];
    for (const name of names) {
      const task = readJsonFile(join(this.#root, name, "task.json"), taskSchema);
      if (task !== undefined) this.#tasks.set(task.id, task);
    }
  }

  /** Tells of each task that changes or whose log grows, until the given function is called. */
  listen(listener: (taskId: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
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
      ...{ id, status: "queued", startedAt: null, finishedAt: null, error: null, output: {}, meta: {} },
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

  /** Adds to what an app says of its task, key by key. */
  addMeta(id: number, meta: Readonly<Record<string, unknown>>): StoredTask {
    return this.update(id, { meta: { ...this.get(id).meta, ...meta } });
  }

  /** Adds what a task took in or gave out to the workflow's graph. */
  addWorkflow(id: number, side: "inputs" | "outputs", edge: Readonly<Record<string, unknown>>): void {
    const kept = this.get(id).meta[side];
    this.addMeta(id, { [side]: [...(Array.isArray(kept) ? kept : []), edge] });
  }

  /** What the app of a task last showed. @throws ApiError 404 */
  page(id: number): TaskPage {
    const path = join(this.#root, String(this.get(id).id), "page.json");
    return readJsonFile(path, pageSchema) ?? { state: {}, data: {} };
  }

  setPage(id: number, page: TaskPage): void {
    writeJsonFile(join(this.#root, String(this.get(id).id), "page.json"), page);
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
    this.#tell(id);
  }

  #save(task: StoredTask): StoredTask {
    writeJsonFile(join(this.#root, String(task.id), "task.json"), task);
    this.#tasks.set(task.id, task);
    this.#tell(task.id);
    return task;
  }

  #tell(taskId: number): void {
    for (const listener of this.#listeners) listener(taskId);
  }
}
