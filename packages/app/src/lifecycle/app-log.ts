import type { Instance } from "@trainyard/core";
import { tasksLogsAdd } from "@trainyard/core/endpoints";

/** A record of the log; progress has a subtask and how far it is. */
export interface LogRecord {
  readonly message: string;
  readonly level: string;
  readonly event_type?: string;
  readonly subtask?: string;
  readonly current?: number;
  readonly total?: number;
}

/** The task's log, as its app writes it. A log that cannot be sent never ends a training. */
export class AppLog {
  readonly #instance: Instance;
  readonly #taskId: number;
  readonly #onRecord: (record: LogRecord) => void;

  constructor(instance: Instance, taskId: number, onRecord: (record: LogRecord) => void = () => {}) {
    this.#instance = instance;
    this.#taskId = taskId;
    this.#onRecord = onRecord;
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

  async #send(record: LogRecord): Promise<void> {
    this.#onRecord(record);
    await tasksLogsAdd(this.#instance, this.#taskId, [{ ...record }]).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
    });
  }
}
