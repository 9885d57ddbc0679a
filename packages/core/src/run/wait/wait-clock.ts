import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { Look } from "../look/run-watch.ts";
import { isNews } from "../state/run-event.ts";
import type { RunState } from "../state/run-state.ts";
import { Alarm } from "./alarm.ts";
import { milliseconds, showDuration } from "./duration.ts";
import type { WaitOptions } from "./wait-options.ts";

/** Ends a wait in time: its signal cuts a pause as well as a request in flight. */
export class WaitClock {
  readonly signal: AbortSignal;
  readonly #alarms: Alarm[] = [];
  readonly #stall: Alarm | undefined;
  #state: RunState | undefined;
  #trouble: unknown;

  constructor(
    runtime: Runtime,
    run: { readonly taskId: number; readonly ref: string },
    options: Pick<WaitOptions, "timeout" | "stall" | "signal">,
    closed: AbortSignal,
  ) {
    const clock = new AbortController();
    const signals = [clock.signal, closed, ...(options.signal === undefined ? [] : [options.signal])];
    this.signal = AbortSignal.any(signals);
    const alarm = (code: "WAIT_TIMEOUT" | "WAIT_STALLED", after: WaitOptions["timeout"], say: string) => {
      if (after === undefined) return undefined;
      const made = new Alarm(runtime, milliseconds(after), () =>
        clock.abort(this.#error(code, run, `${say} ${showDuration(after)}`)),
      );
      this.#alarms.push(made);
      return made;
    };
    alarm("WAIT_TIMEOUT", options.timeout, "is not over after")?.go();
    this.#stall = alarm("WAIT_STALLED", options.stall, "has told nothing new for");
    this.#stall?.go();
  }

  /** Takes note of a look: news winds the stall clock, an instance that does not answer stops it. */
  readonly onLook = (look: Look): void => {
    this.#state = look.told.at(-1)?.state ?? this.#state;
    this.#trouble = look.isSeen ? undefined : look.trouble;
    if (!look.isSeen) this.#stall?.pause();
    else if (look.told.some(({ event }) => isNews(event))) this.#stall?.wind();
    else this.#stall?.go();
  };

  /** No timer is left. */
  stop(): void {
    for (const alarm of this.#alarms) alarm.pause();
  }

  #error(
    code: "WAIT_TIMEOUT" | "WAIT_STALLED",
    { taskId, ref }: { readonly taskId: number; readonly ref: string },
    say: string,
  ): TrainyardError {
    const state = this.#state;
    const where = state === undefined ? "nothing was heard of it yet" : `it is ${state.phase}`;
    const why = state?.reason === undefined ? "" : `: ${state.reason}`;
    const outage = this.#trouble === undefined ? "" : " The instance does not answer just now.";
    return new TrainyardError(code, `Task ${taskId} ${say} (${where}${why}); it was not touched.${outage}`, {
      facts: { taskId, ref, phase: state?.phase, reason: state?.reason, lastLog: state?.lastLog },
      cause: this.#trouble,
    });
  }
}
