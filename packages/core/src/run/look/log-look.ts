import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import { tasksLogDownload } from "../../instance/endpoints/tasks-log-download.ts";
import { LogReader } from "../log/read-log.ts";
import type { RunTeller } from "./run-teller.ts";

/** How often in a row a log that cannot be read keeps back what the rest amounts to. */
const maxFailures = 8;
/** Milliseconds between looks for records that came late. */
const wideEvery = 5000;

/** Reads a run's log on, and tells what is new in it. */
export class LogLook {
  readonly #instance: Caller;
  readonly #teller: RunTeller;
  readonly #reader: LogReader;
  #lastWide = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #signal: AbortSignal | undefined;

  constructor(instance: Caller, teller: RunTeller) {
    this.#instance = instance;
    this.#teller = teller;
    const page = (since: string | undefined, limit: number) =>
      tasksLogDownload(
        this.#instance,
        teller.taskId,
        { since, limit },
        { signal: this.#signal, attempts: "once" },
      );
    this.#reader = new LogReader(page, teller.log);
    teller.logCursor = this.#reader.cursor;
  }

  /** Whether one more failure is not waited for any longer. */
  get isHopeless(): boolean {
    return this.#failures + 1 >= maxFailures;
  }

  /** @returns why the log could not be read, if it could not. */
  async read(signal: AbortSignal | undefined, isLast = false): Promise<unknown> {
    this.#signal = signal;
    const now = this.#instance.runtime.now();
    const wide = isLast || now - this.#lastWide >= wideEvery;
    try {
      await this.#readOn(false);
      if (wide) await this.#readOn(true);
      if (wide) this.#lastWide = now;
      return undefined;
    } catch (trouble) {
      if (isTrainyardError(trouble)) return trouble;
      throw trouble;
    }
  }

  /** The last lines, and the output, may come a moment after the news of the end. */
  async settle(signal: AbortSignal | undefined): Promise<unknown> {
    await this.#instance.runtime.sleep(500, signal);
    return this.read(signal, true);
  }

  /** Counts a look whose log could not be read; `false` once the rest is judged without it. */
  keepsBack(trouble: unknown): boolean {
    const isFruitless = trouble !== undefined && !this.#teller.told.some(({ event }) => event.type === "log");
    this.#failures = isFruitless ? this.#failures + 1 : 0;
    return trouble !== undefined && this.#failures < maxFailures;
  }

  async #readOn(wide: boolean): Promise<void> {
    for await (const news of this.#reader.read(wide)) {
      this.#teller.logCursor = news.cursor;
      if ("gap" in news) this.#teller.tell({ type: "log-gap", at: news.gap });
      else this.#teller.tell({ type: "log", record: news.record });
    }
  }
}
