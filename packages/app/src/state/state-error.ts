import type { DifferenceId } from "./state-differences.ts";

/** A state that the app does not accept, in the platform's words where it has some. */
export class StateError extends Error {
  override readonly name = "StateError";
  /** Set where the platform's own app accepts the state: which row of the differences says why this one does not. */
  readonly difference: DifferenceId | undefined;

  constructor(message: string, difference?: DifferenceId) {
    super(message);
    this.difference = difference;
  }
}
