import type { Instance } from "@trainyard/core";
import { tasksLogsAdd } from "@trainyard/core/endpoints";

/** The task's log, as its app writes it. A log that cannot be sent never ends a training. */
export class AppLog {
  readonly #instance: Instance;
  readonly #taskId: number;

  constructor(instance: Instance, taskId: number) {
    this.#instance = instance;
    this.#taskId = taskId;
  }

  write(message: string, level: "info" | "warn" | "error" = "info"): Promise<void> {
    return this.#send({ message, level });
  }

  /** Source: platform fact, progress is a log record of type EventType.PROGRESS. */
  progress(subtask: string, current: number, total: number): Promise<void> {
    return this.#send({
      message: "progress",
      event_type: "EventType.PROGRESS",
      subtask,
      current,
      total,
      level: "info",
    });
  }

  async #send(record: Record<string, unknown>): Promise<void> {
    await tasksLogsAdd(this.#instance, this.#taskId, [record]).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
    });
  }
}
