import * as v from "valibot";
import { isDictionary } from "./dictionary.ts";
import { parseGuiState, parseJson } from "./parse-gui-state.ts";
import { StateError } from "./state-error.ts";

/** What a task hands to its training app. */
export interface AppState {
  readonly projectId: number;
  /** The page's state, not yet judged; undefined when a person is to fill the page in. */
  readonly guiState: unknown;
  /** The experiment whose settings are to fill the page in. */
  readonly continuation: Continuation | undefined;
}
/** An experiment that is gone on from: with its best checkpoint ("continue"), or with its settings alone ("new"). */
export interface Continuation {
  readonly taskId: number;
  readonly mode: "continue" | "new";
}

const schema = v.looseObject({
  slyProjectId: v.number(),
  guiState: v.optional(v.unknown()),
  trainTaskId: v.nullish(v.number()),
  trainMode: v.nullish(v.picklist(["continue", "new"])),
});

/**
 * Reads the state from a task's environment. MODAL_STATE is JSON and keeps types, so "12345" stays text. A guiState that
 * is null or holds nothing is none: the platform's transport drops such a one.
 *
 * @throws StateError
 * Source: platform facts, `modal.state` of the agent; guiState may be an object or a JSON text; trainTaskId and
 * trainMode are what finetune and rerun send.
 */
export function readState(env: Readonly<Record<string, string | undefined>>): AppState {
  const text = env.MODAL_STATE;
  if (text === undefined) throw new StateError("The task was given no state (MODAL_STATE).");
  const result = v.safeParse(schema, parseJson(text, "MODAL_STATE"));
  if (!result.success) throw new StateError(problem(result.issues[0]));
  const { slyProjectId, guiState, trainTaskId, trainMode } = result.output;
  const none = guiState === null || (isDictionary(guiState) && Object.keys(guiState).length === 0);
  return {
    projectId: slyProjectId,
    guiState: none ? undefined : parseGuiState(guiState),
    // The page of the platform needs both, and passes over one alone.
    continuation:
      typeof trainTaskId === "number" && typeof trainMode === "string"
        ? { taskId: trainTaskId, mode: trainMode }
        : undefined,
  };
}

function problem(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue);
  if (place === null || place === "slyProjectId") return "The task's state names no project (slyProjectId).";
  return `The task's state is malformed at ${place}: ${issue.message}`;
}
