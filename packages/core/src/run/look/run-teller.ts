import type { Problem } from "../../spec/problem.ts";
import type { LogCursor } from "../log/log-cursor.ts";
import { formatCursor, parseCursor } from "../log/run-cursor.ts";
import { initialRunState, runState } from "../state/initial-run-state.ts";
import { reduceRun } from "../state/reduce-run.ts";
import type { RunEvent, WatchedEvent } from "../state/run-event.ts";
import { isNews } from "../state/run-event.ts";
import type { RunState } from "../state/run-state.ts";

/** An event, and the state after it. */
export interface Told {
  readonly event: WatchedEvent;
  readonly state: RunState;
}

/** Where a watch begins. */
export interface WatchStart {
  /** Goes on after the event of this cursor. */
  readonly since?: string | undefined;
  /** Those of the start. */
  readonly warnings?: readonly Problem[] | undefined;
}

/** Tells events in order: folds each into the state, gives it its cursor, and keeps it until it is taken. */
export class RunTeller {
  readonly taskId: number;
  /** Where the log was when telling began. */
  readonly log: LogCursor | undefined;
  #state: RunState;
  /** The status that was told; undefined until one was. */
  #status: string | undefined;
  /** What is still to be told of the start's warnings. */
  #warnings: readonly Problem[];
  #logCursor: () => LogCursor = () => {
    throw new Error("The log's cursor is set before anything is told.");
  };
  #told: Told[] = [];
  #quiet = 0;
  /** What another watching has told of, and this one has only to know. */
  readonly #known: Set<string>;

  constructor(taskId: number, { since, warnings = [] }: WatchStart) {
    const from = since === undefined ? undefined : parseCursor(since, taskId);
    this.taskId = taskId;
    this.log = from?.log;
    const warned = from?.warned ?? 0;
    this.#state = runState({ ...(from?.state ?? initialRunState), warnings: warnings.slice(0, warned) });
    this.#status = from?.isSeen === true ? from.state.status : undefined;
    this.#warnings = warnings.slice(warned);
    this.#known = new Set(from?.told);
  }

  get state(): RunState {
    return this.#state;
  }

  /** The status that was told; undefined until one was. */
  get status(): string | undefined {
    return this.#status;
  }

  /** What was told since {@link take}. */
  get told(): readonly Told[] {
    return this.#told;
  }

  /** Milliseconds of answers without news. */
  get quiet(): number {
    return this.#quiet;
  }

  /** How far the log was read, for the cursors of what is told from here on. */
  set logCursor(cursor: () => LogCursor) {
    this.#logCursor = cursor;
  }

  /** What was told, which is then told no more. */
  take(): readonly Told[] {
    const told = this.#told;
    this.#told = [];
    return told;
  }

  /** The start's warnings, once. */
  tellWarnings(): void {
    for (const problem of this.#warnings) this.tell({ type: "warning", problem });
    this.#warnings = [];
  }

  /** Time went by, and what was told by now is all that it brought. */
  passed(elapsed: number): void {
    this.#quiet = this.#told.length > 0 ? 0 : this.#quiet + elapsed;
  }

  tellStatus(status: string, error: string | null | undefined): void {
    if (status === this.#status) return;
    this.#status = status;
    const why = typeof error === "string" && error !== "" ? { error } : {};
    this.tell({ type: "task", status, ...why });
  }

  tell(news: RunEvent): void {
    const state = reduceRun(this.#state, news);
    this.#state = state;
    if (this.#known.delete(news.type)) return;
    if (isNews(news)) this.#quiet = 0;
    const { taskId } = this;
    const log = this.#logCursor;
    const isSeen = this.#status !== undefined;
    const event = Object.defineProperties(
      { ...news },
      {
        cursor: { enumerable: true, get: () => formatCursor({ taskId, state, isSeen, log: log() }) },
        // Not enumerable: printed or sent, an event is what happened.
        state: { value: state },
      },
    ) as WatchedEvent;
    this.#told.push({ event: Object.freeze(event), state });
  }
}
