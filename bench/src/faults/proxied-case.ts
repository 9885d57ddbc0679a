import type { Fault, FaultPlan } from "./fault.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** What client and proxy share of one case: the faults still to come, and the clock that both hold. */
export class ProxiedCase {
  readonly clock: VirtualClock;
  readonly #faults: Map<string, Fault[]>;
  readonly #exchanges = new Map<string, () => void>();
  #count = 0;

  constructor(clock: VirtualClock, plan: FaultPlan) {
    this.clock = clock;
    this.#faults = new Map([
      ["tasks.run.app", [...plan.start]],
      ["tasks.list", [...plan.list]],
      ["tasks.stop", [...plan.stop]],
    ]);
  }

  /** The fault that the endpoint's next request meets, left in place for whoever serves it. */
  peek(endpoint: string): Fault {
    return this.#faults.get(endpoint)?.[0] ?? { kind: "none" };
  }

  /** The fault that this request meets. */
  take(endpoint: string): Fault {
    return this.#faults.get(endpoint)?.shift() ?? { kind: "none" };
  }

  /** A request begins: time stands still until it is left. Gives its number. */
  begin(): string {
    const number = String(this.#count++);
    this.#exchanges.set(number, this.clock.enter());
    return number;
  }

  /** The request is at work again: time stands still until it is left. */
  hold(number: string): void {
    this.#exchanges.set(number, this.clock.enter());
  }

  /** The request is answered, or will not be until time goes on. */
  leave(number: string): void {
    this.#exchanges.get(number)?.();
  }
}
