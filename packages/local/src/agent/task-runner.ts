import type { StoredTask } from "../store/task-store.ts";

/** What the instance asks of whoever runs its tasks. */
export interface TaskRunner {
  /** Begins to run a queued task; how it goes is told to the store. */
  start(task: StoredTask): void;
  /** Ends a task that runs; returns when it has ended. */
  stop(taskId: number): Promise<void>;
  /** Where the app of a task that runs listens on loopback; undefined when there is none. */
  port(taskId: number): Promise<number | undefined>;
  /**
   * Sends a command to a task's app.
   *
   * @param timeout milliseconds that the app may take to answer.
   * @throws ApiError 400 while the app does not answer.
   */
  request(taskId: number, command: string, body: unknown, timeout: number): Promise<Response>;
}
