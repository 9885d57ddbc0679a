import { ApiError } from "../store/api-error.ts";
import type { StoredTask, TaskStore } from "../store/task-store.ts";
import type { TaskRunner } from "./task-runner.ts";

/** Runs nothing: a task stands as started until it is stopped. For trying clients out, ten thousand tasks at a time. */
export class IdleRunner implements TaskRunner {
  readonly #tasks: TaskStore;
  readonly #now: () => string;

  constructor(tasks: TaskStore, now: () => string) {
    this.#tasks = tasks;
    this.#now = now;
  }

  start(task: StoredTask): void {
    this.#tasks.update(task.id, { status: "started", startedAt: this.#now() });
  }

  async stop(taskId: number): Promise<void> {
    if (this.#tasks.get(taskId).status === "started")
      this.#tasks.update(taskId, { status: "stopped", finishedAt: this.#now() });
  }

  async port(): Promise<undefined> {
    return undefined;
  }

  async request(taskId: number): Promise<Response> {
    throw new ApiError(400, `Task ${taskId} has no app: this instance is idle.`);
  }
}
