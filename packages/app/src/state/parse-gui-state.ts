import { StateError } from "./state-error.ts";

/** Characters; more than any state has. */
const maxLength = 4 * 2 ** 20;

/**
 * A page's state as a value: it may travel as an object or as a JSON text. A text that is a path is refused: the
 * platform's app would read that file, and nobody who sends a state should make an app read files.
 *
 * @throws StateError when a text is no JSON.
 */
export function parseGuiState(state: unknown): unknown {
  return typeof state === "string" ? parseJson(state, "guiState") : state;
}

/** @throws StateError naming `what`. */
export function parseJson(text: string, what: string): unknown {
  if (text.length > maxLength) throw new StateError(`${what} is too long.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new StateError(`${what} is not JSON.`);
  }
}
