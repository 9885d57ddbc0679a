import * as v from "valibot";
import { isDictionary } from "./dictionary.ts";
import { parseGuiState, parseJson } from "./parse-gui-state.ts";
import { StateError } from "./state-error.ts";

/** What a task hands to its training app. */
export interface AppState {
  readonly projectId: number;
  /** The page's state, not yet judged; undefined when a person is to fill the page in. */
  readonly guiState: unknown;
}

const schema = v.looseObject({ slyProjectId: v.number(), guiState: v.optional(v.unknown()) });

/**
 * Reads the state from a task's environment. MODAL_STATE is JSON and keeps types, so "12345" stays text. A guiState that
 * is null or holds nothing is none: the platform's transport drops such a one.
 *
 * @throws StateError
 * Source: platform fact, `modal.state` of the agent; guiState may be an object or a JSON text.
 */
export function readState(env: Readonly<Record<string, string | undefined>>): AppState {
  const text = env.MODAL_STATE;
  if (text === undefined) throw new StateError("The task was given no state (MODAL_STATE).");
  const result = v.safeParse(schema, parseJson(text, "MODAL_STATE"));
  if (!result.success) throw new StateError("The task's state names no project (slyProjectId).");
  const { slyProjectId, guiState } = result.output;
  const none = guiState === null || (isDictionary(guiState) && Object.keys(guiState).length === 0);
  return { projectId: slyProjectId, guiState: none ? undefined : parseGuiState(guiState) };
}
