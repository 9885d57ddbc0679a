import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import {
  runningAnswer,
  statusAnswer,
  tasksRequestDirect,
} from "../../instance/endpoints/tasks-request-direct.ts";

/** Asks a task's app what it is doing, and keeps count of how long it has said nothing. */
export class AppVoice {
  readonly #instance: Caller;
  readonly #taskId: number;
  #isUp = false;
  #silence = 0;

  constructor(instance: Caller, taskId: number) {
    this.#instance = instance;
    this.#taskId = taskId;
  }

  /** Milliseconds that the app has answered, and only with an empty text. */
  get silence(): number {
    return this.#silence;
  }

  /**
   * What the app says; undefined while it cannot be reached, which is no news about the training.
   *
   * @param elapsed milliseconds since it was asked last.
   */
  async ask(elapsed: number, signal: AbortSignal | undefined): Promise<string | undefined> {
    const options = { signal, timeout: 5000 };
    try {
      if (!this.#isUp) {
        const { running } = await tasksRequestDirect(
          ...([this.#instance, this.#taskId, "is_running", {}, runningAnswer, options] as const),
        );
        if (!running) return undefined;
      }
      const isFirst = !this.#isUp;
      this.#isUp = true;
      const { status } = await tasksRequestDirect(
        ...([this.#instance, this.#taskId, "train_status", {}, statusAnswer, options] as const),
      ).catch((error: unknown) => {
        // Templates older than this endpoint answer only that they run.
        if (isFirst && isTrainyardError(error)) return { status: undefined };
        throw error;
      });
      if (status === "") this.#silence += elapsed;
      else this.#silence = 0;
      return status ?? "";
    } catch (error) {
      if (isTrainyardError(error)) return undefined;
      throw error;
    }
  }
}
