import type { Caller } from "../../instance/caller.ts";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";
import { agentOf } from "./ask-platform.ts";
import type { RunTeller } from "./run-teller.ts";

const minute = 60_000;
/** How long until a lost agent is thought of, while queued and later. */
const patience = { queued: minute / 2, later: minute };

/** Looks at the agent of a run that has been quiet for a while. */
export class AgentLook {
  readonly #instance: Caller;
  readonly #teller: RunTeller;
  #last = Number.NEGATIVE_INFINITY;

  constructor(instance: Caller, teller: RunTeller) {
    this.#instance = instance;
    this.#teller = teller;
  }

  async look(info: TaskInfo, signal: AbortSignal | undefined): Promise<void> {
    const now = this.#instance.runtime.now();
    const limit = info.status === "queued" ? patience.queued : patience.later;
    if (this.#teller.quiet < limit || now - this.#last < minute) return;
    this.#last = now;
    const agent = await agentOf(this.#instance, info, signal);
    if (agent !== undefined && agent.status !== this.#teller.state.agent?.status)
      this.#teller.tell({ type: "agent", ...agent });
  }
}
