import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";
import { tasksInfo } from "../../instance/endpoints/tasks-info.ts";
import { failureIn } from "../state/app-text.ts";
import { isEnded, isOver } from "../state/is-over.ts";
import type { RunState } from "../state/run-state.ts";
import { AgentLook } from "./agent-look.ts";
import { AppVoice } from "./app-voice.ts";
import { driftOf } from "./drift-of.ts";
import { isToldToBegin } from "./is-told-to-begin.ts";
import { LogLook } from "./log-look.ts";
import type { Told, WatchStart } from "./run-teller.ts";
import { RunTeller } from "./run-teller.ts";
import { tellSilence } from "./tell-silence.ts";
import { hasExperiment, tellAsked, tellExperiment } from "./tell-task.ts";

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

/** A while without answers is no time of the training: the most that counts between two looks. */
const longestGap = 60_000;

/** Looks at one run, again and again: at the task, at its app, at its log; tells what is new. */
export class RunWatch {
  readonly taskId: number;
  readonly #instance: Caller;
  readonly #teller: RunTeller;
  readonly #log: LogLook;
  readonly #voice: AppVoice;
  readonly #agent: AgentLook;
  #lastLook: number | undefined;
  #workspaceId: number | undefined;
  #isToldToBegin = false;
  #signal: AbortSignal | undefined;

  constructor(instance: Caller, taskId: number, about: WatchStart = {}) {
    this.taskId = taskId;
    this.#instance = instance;
    this.#teller = new RunTeller(taskId, about);
    this.#log = new LogLook(instance, this.#teller);
    this.#voice = new AppVoice(instance, taskId);
    this.#agent = new AgentLook(instance, this.#teller);
  }

  get state(): RunState {
    return this.#teller.state;
  }

  /** The workspace of the task, once it was seen. */
  get workspaceId(): number | undefined {
    return this.#workspaceId;
  }

  /** Whether the task was started to be told to train once its app answers. */
  get isToldToBegin(): boolean {
    return this.#isToldToBegin;
  }

  /** Milliseconds of answers without news. */
  get quiet(): number {
    return this.#teller.quiet;
  }

  /**
   * Looks once. A check that fails is no news of the training: it is returned as `trouble`.
   *
   * @param known what a list just said of the task, in place of asking for it.
   */
  async look(signal?: AbortSignal, known?: TaskInfo): Promise<Look> {
    this.#signal = signal;
    const teller = this.#teller;
    // What a look that threw had told went with it.
    teller.take();
    teller.tellWarnings();
    let info: TaskInfo;
    try {
      info = known ?? (await this.#info());
    } catch (trouble) {
      signal?.throwIfAborted();
      this.#lastLook = undefined;
      return { told: teller.take(), trouble, isSeen: false, isWhole: false };
    }
    this.#workspaceId = info.workspaceId ?? undefined;
    this.#isToldToBegin = isToldToBegin(info);
    const wasRunning = teller.status !== undefined && !isEnded(teller.state.status);
    const trouble = isEnded(info.status) ? await this.#end(info, wasRunning) : await this.#goOn(info);
    signal?.throwIfAborted();
    const isWhole = !this.#log.keepsBack(trouble);
    return { told: teller.take(), isSeen: true, isWhole, ...(trouble === undefined ? {} : { trouble }) };
  }

  async #info(): Promise<TaskInfo> {
    const info = await tasksInfo(this.#instance, this.taskId, { signal: this.#signal, attempts: "once" });
    if (info !== null) return info;
    throw new TrainyardError("NOT_FOUND", `There is no task ${this.taskId}.`, {
      facts: { taskId: this.taskId },
    });
  }

  async #goOn(info: TaskInfo): Promise<unknown> {
    const teller = this.#teller;
    const elapsed = this.#elapsed();
    teller.tellStatus(info.status, info.error);
    tellAsked(teller, info, this.#instance.address);
    let text = info.status === "started" ? await this.#voice.ask(elapsed, this.#signal) : undefined;
    // The log is read after the app was asked, so that it holds what the app's words are about.
    const trouble = await this.#log.read(this.#signal);
    if (text !== undefined && teller.state.evidence.failure !== undefined && failureIn(text) === undefined)
      text = await this.#voice.ask(0, this.#signal);
    const wasOver = isOver(teller.state);
    if (text !== undefined && (text !== teller.state.app || !teller.state.isUp))
      teller.tell({ type: "app", text });
    if (teller.told.length > 0 && !wasOver && isOver(teller.state)) await this.#log.settle(this.#signal);
    teller.passed(elapsed);
    if (text === undefined) await this.#agent.look(info, this.#signal);
    tellSilence(teller, this.#voice.silence);
    return trouble;
  }

  /** The end is told last, when the log was read to its end. */
  async #end(info: TaskInfo, isFresh: boolean): Promise<unknown> {
    const teller = this.#teller;
    if (teller.status === info.status) return this.#log.read(this.#signal, true);
    // A short task may have come and gone between two looks.
    if (teller.state.status !== "started" && typeof info.startedAt === "string")
      teller.tellStatus("started", null);
    tellAsked(teller, info, this.#instance.address);
    let trouble = await this.#log.read(this.#signal, true);
    let last = info;
    if (isFresh && trouble === undefined) {
      trouble = await this.#log.settle(this.#signal);
      if (!hasExperiment(info)) last = await this.#info().catch(() => info);
    }
    if (trouble !== undefined && !this.#log.isHopeless) return trouble;
    if (trouble !== undefined)
      teller.tell({ type: "log-gap", at: new Date(this.#instance.runtime.now()).toISOString() });
    tellExperiment(teller, last);
    await this.#tellDrift(last);
    teller.tellStatus(info.status, info.error);
    return trouble;
  }

  /** What the experiment differs in from what was asked, once. */
  async #tellDrift(info: TaskInfo): Promise<void> {
    const { experiment, drift } = this.#teller.state;
    if (experiment === undefined || drift !== undefined) return;
    const found = await driftOf(this.#instance, info, experiment, this.#signal);
    if (found.length > 0) this.#teller.tell({ type: "drift", drift: found });
  }

  /** Milliseconds since the last look that was answered. */
  #elapsed(): number {
    const now = this.#instance.runtime.now();
    const elapsed = this.#lastLook === undefined ? 0 : now - this.#lastLook;
    this.#lastLook = now;
    return Math.min(elapsed, longestGap);
  }
}
