/** A state that the app does not accept, in the platform's words where it has some. */
export class StateError extends Error {
  override readonly name = "StateError";
}
