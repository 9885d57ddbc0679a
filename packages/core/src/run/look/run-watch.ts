import * as v from "valibot";
import { isTrainyardError, TrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";
import { tasksInfo } from "../../instance/endpoints/tasks-info.ts";
import { tasksLogDownload } from "../../instance/endpoints/tasks-log-download.ts";
import type { Problem } from "../../spec/problem.ts";
import { experimentSchema } from "../../wire/experiment.ts";
import type { LogCursor } from "../log/log-cursor.ts";
import { LogReader } from "../log/read-log.ts";
import { formatCursor, parseCursor } from "../log/run-cursor.ts";
import { failureIn } from "../state/app-text.ts";
import { isEnded, isOver } from "../state/is-over.ts";
import { reduceRun } from "../state/reduce-run.ts";
import type { RunEvent, WatchedEvent } from "../state/run-event.ts";
import { isNews } from "../state/run-event.ts";
import type { RunState } from "../state/run-state.ts";
import { initialRunState } from "../state/run-state.ts";
import { AppVoice } from "./app-voice.ts";
import { agentOf, autostartOf } from "./ask-platform.ts";

/** An event, and the state after it. */
export interface Told {
  readonly event: WatchedEvent;
  readonly state: RunState;
}
/** What one look at a run gave. */
export interface Look {
  readonly told: readonly Told[];
  /** Why the look failed, or saw only a part. */
  readonly trouble?: unknown;
  /** Whether the task itself was seen. */
  readonly isSeen: boolean;
  /** Whether all that there is was read, so that the state may be judged. */
  readonly isWhole: boolean;
}

const output = v.looseObject({ experiment: v.looseObject({ data: v.unknown() }) });
const minute = 60_000;
/** How long until a lost agent is thought of, while queued and later. */
const agentPatience = { queued: minute / 2, later: minute };
/** Minutes without news, or with an app that says nothing, that are worth an event. */
const quietMarks: readonly number[] = [5, 10];
const silentMark = 10;
/** How often in a row a log that cannot be read keeps back what the rest amounts to. */
const maxLogFailures = 8;

/** Looks at one run, again and again: remembers what was told, and tells what is new. */
export class RunWatch {
  readonly #instance: Caller;
  readonly taskId: number;
  readonly #log: LogReader;
  readonly #voice: AppVoice;
  #state: RunState;
  #logCursor: () => LogCursor;
  /** The status that was told; undefined until one was. */
  #status: string | undefined;
  #lastLook: number | undefined;
  #lastWide = Number.NEGATIVE_INFINITY;
  #lastAgentLook = Number.NEGATIVE_INFINITY;
  #quiet = 0;
  #logFailures = 0;
  /** What is still to be told of the start's warnings. */
  #warnings: readonly Problem[];
  #workspaceId: number | undefined;
  #signal: AbortSignal | undefined;

  /** @param about `since`: goes on after the event of this cursor; `warnings`: those of the start. */
  constructor(
    instance: Caller,
    taskId: number,
    about: { readonly since?: string | undefined; readonly warnings?: readonly Problem[] | undefined } = {},
  ) {
    const { since, warnings = [] } = about;
    const from = since === undefined ? undefined : parseCursor(since, taskId);
    this.#instance = instance;
    this.taskId = taskId;
    this.#voice = new AppVoice(instance, taskId);
    this.#state = from?.state ?? initialRunState;
    this.#status = from?.isSeen === true ? from.state.status : undefined;
    this.#warnings = warnings.slice(this.#state.warnings.length);
    this.#log = new LogReader((time, limit) => this.#page(time, limit), from?.log);
    this.#logCursor = this.#log.cursor;
  }

  get state(): RunState {
    return this.#state;
  }

  /** The workspace of the task, once it was seen. */
  get workspaceId(): number | undefined {
    return this.#workspaceId;
  }

  /** Milliseconds of answers without news. */
  get quiet(): number {
    return this.#quiet;
  }

  /**
   * Looks once. A check that fails is no news of the training: it is returned as `trouble`.
   *
   * @param known what a list just said of the task, in place of asking for it.
   */
  async look(signal?: AbortSignal, known?: TaskInfo): Promise<Look> {
    this.#signal = signal;
    const told: Told[] = [];
    for (const problem of this.#warnings) this.#tell(told, { type: "warning", problem });
    this.#warnings = [];
    let info: TaskInfo;
    try {
      info = known ?? (await this.#info());
    } catch (trouble) {
      signal?.throwIfAborted();
      this.#lastLook = undefined;
      return { told, trouble, isSeen: false, isWhole: false };
    }
    this.#workspaceId = info.workspaceId ?? undefined;
    const before = this.#state.status;
    const trouble = isEnded(info.status)
      ? await this.#end(told, info, this.#status !== undefined && !isEnded(before))
      : await this.#goOn(told, info);
    signal?.throwIfAborted();
    const isFruitless = trouble !== undefined && !told.some(({ event }) => event.type === "log");
    this.#logFailures = isFruitless ? this.#logFailures + 1 : 0;
    const isWhole = trouble === undefined || this.#logFailures >= maxLogFailures;
    return { told, isSeen: true, isWhole, ...(trouble === undefined ? {} : { trouble }) };
  }

  async #info(): Promise<TaskInfo> {
    const info = await tasksInfo(this.#instance, this.taskId, { signal: this.#signal, attempts: "once" });
    if (info !== null) return info;
    throw new TrainyardError("NOT_FOUND", `There is no task ${this.taskId}.`, {
      facts: { taskId: this.taskId },
    });
  }

  async #goOn(told: Told[], info: TaskInfo): Promise<unknown> {
    const elapsed = this.#elapsed();
    this.#tellTask(told, info);
    this.#tellAsked(told, info);
    const isStarted = info.status === "started";
    let text = isStarted ? await this.#voice.ask(elapsed, this.#signal) : undefined;
    // The log is read after the app was asked, so that it holds what the app's words are about.
    const trouble = await this.#readLog(told);
    if (text !== undefined && this.#state.evidence.failure !== undefined && failureIn(text) === undefined)
      text = await this.#voice.ask(0, this.#signal);
    const wasOver = isOver(this.#state);
    if (text !== undefined && (text !== this.#state.app || !this.#state.isUp))
      this.#tell(told, { type: "app", text });
    if (told.length > 0 && !wasOver && isOver(this.#state)) await this.#settle(told);
    this.#quiet = told.length > 0 ? 0 : this.#quiet + elapsed;
    if (text === undefined) await this.#lookAtAgent(told, info);
    const silent = Math.floor(this.#voice.silence / minute);
    if (silent >= silentMark && this.#state.evidence.silent === undefined && this.#state.autostart !== false)
      this.#tell(told, { type: "silent", minutes: silent });
    const mark = quietMarks.filter((minutes) => minutes * minute <= this.#quiet).at(-1);
    if (mark !== undefined && mark > (this.#state.evidence.quiet ?? 0))
      this.#tell(told, { type: "quiet", minutes: mark });
    return trouble;
  }

  /** The end is told last, when the log was read to its end. */
  async #end(told: Told[], info: TaskInfo, isFresh: boolean): Promise<unknown> {
    if (this.#status === info.status) return this.#readLog(told, true);
    // A short task may have come and gone between two looks.
    if (this.#state.status !== "started" && typeof info.startedAt === "string")
      this.#tellTask(told, { ...info, status: "started", error: null });
    this.#tellAsked(told, info);
    let trouble = await this.#readLog(told, true);
    let last = info;
    if (isFresh && trouble === undefined) {
      trouble = await this.#settle(told);
      if (!hasExperiment(info)) last = await this.#info().catch(() => info);
    }
    if (trouble !== undefined && this.#logFailures + 1 < maxLogFailures) return trouble;
    if (trouble !== undefined)
      this.#tell(told, { type: "log-gap", at: new Date(this.#instance.runtime.now()).toISOString() });
    this.#tellExperiment(told, last);
    this.#tellTask(told, info);
    return trouble;
  }

  /** The last lines, and the output, may come a moment after the news of the end. */
  async #settle(told: Told[]): Promise<unknown> {
    await this.#instance.runtime.sleep(500, this.#signal);
    return this.#readLog(told, true);
  }

  #tellAsked(told: Told[], info: TaskInfo): void {
    if (this.#state.autostart !== undefined) return;
    const autostart = autostartOf(info);
    if (autostart !== undefined) this.#tell(told, { type: "asked", autostart });
  }

  #tellTask(told: Told[], info: TaskInfo): void {
    if (info.status === this.#status) return;
    this.#status = info.status;
    const error = typeof info.error === "string" && info.error !== "" ? { error: info.error } : {};
    this.#tell(told, { type: "task", status: info.status, ...error });
  }

  #tellExperiment(told: Told[], info: TaskInfo): void {
    const { experiment, evidence } = this.#state;
    if (experiment !== undefined || evidence.oddExperiment !== undefined) return;
    const found = v.safeParse(output, info.meta?.output);
    if (!found.success) return;
    const record = v.safeParse(experimentSchema, found.output.experiment.data);
    if (record.success) this.#tell(told, { type: "experiment", record: record.output });
    else {
      const [issue] = record.issues;
      const where = v.getDotPath(issue) ?? "data";
      const problem = `Its experiment is not in the platform's form: ${where}: ${issue.message}.`;
      this.#tell(told, { type: "experiment-odd", problem });
    }
  }

  /** @returns why the log could not be read, if it could not. */
  async #readLog(told: Told[], isLast = false): Promise<unknown> {
    const now = this.#instance.runtime.now();
    const wide = isLast || now - this.#lastWide >= 5000;
    try {
      await this.#readOn(told, false);
      if (wide) await this.#readOn(told, true);
      if (wide) this.#lastWide = now;
      return undefined;
    } catch (trouble) {
      if (isTrainyardError(trouble)) return trouble;
      throw trouble;
    }
  }

  async #readOn(told: Told[], wide: boolean): Promise<void> {
    for await (const news of this.#log.read(wide)) {
      this.#logCursor = news.cursor;
      if ("gap" in news) this.#tell(told, { type: "log-gap", at: news.gap });
      else this.#tell(told, { type: "log", record: news.record });
    }
  }

  #page(since: string | undefined, limit: number) {
    const options = { signal: this.#signal, attempts: "once" } as const;
    return tasksLogDownload(this.#instance, this.taskId, { since, limit }, options);
  }

  async #lookAtAgent(told: Told[], info: TaskInfo): Promise<void> {
    const now = this.#instance.runtime.now();
    const limit = info.status === "queued" ? agentPatience.queued : agentPatience.later;
    if (this.#quiet < limit || now - this.#lastAgentLook < minute) return;
    this.#lastAgentLook = now;
    const agent = await agentOf(this.#instance, info, this.#signal);
    if (agent !== undefined && agent.status !== this.#state.agent?.status)
      this.#tell(told, { type: "agent", ...agent });
  }

  /** Milliseconds since the last look that was answered; a while without answers is no time of the training. */
  #elapsed(): number {
    const now = this.#instance.runtime.now();
    const elapsed = this.#lastLook === undefined ? 0 : now - this.#lastLook;
    this.#lastLook = now;
    return Math.min(elapsed, minute);
  }

  #tell(told: Told[], news: RunEvent): void {
    const state = reduceRun(this.#state, news);
    this.#state = state;
    if (isNews(news)) this.#quiet = 0;
    const { taskId } = this;
    const log = this.#logCursor;
    const isSeen = this.#status !== undefined;
    const event = Object.defineProperty({ ...news }, "cursor", {
      enumerable: true,
      get: () => formatCursor({ taskId, state, isSeen, log: log() }),
    }) as WatchedEvent;
    told.push({ event: Object.freeze(event), state });
  }
}

function hasExperiment(info: TaskInfo): boolean {
  return v.is(output, info.meta?.output);
}
