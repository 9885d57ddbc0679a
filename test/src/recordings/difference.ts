import type { Values } from "./recording.ts";

/** A kind of deliberate difference from the platform's SDK, and how each recorded call of the kind ends here. */
export interface Difference {
  /** Chapter of docs/fidelity.md. */
  readonly chapter: string;
  readonly title: string;
  /** Why it is so. */
  readonly why: string;
  /** Endings by the name of the recording. */
  readonly ends: Readonly<Record<string, Ending>>;
}
/** How a call ends here. */
export type Ending =
  /** A typed error and no task. SPEC_INVALID is followed by its first problem: `SPEC_INVALID/TAG_UNKNOWN`. */
  | { readonly ends: "refused"; readonly code: string; readonly says: readonly string[] }
  /** One task, started with the body that the SDK sends in another recording, but for `but`. */
  | {
      readonly ends: "started";
      readonly like: string;
      readonly but: Edit;
      readonly warnings: readonly string[];
    }
  /** One task, created by a start whose answer was lost, and found again. */
  | { readonly ends: "adopted"; readonly like: string }
  /** One task, created when the start was sent again after it was proven that there is none. */
  | { readonly ends: "sent again"; readonly like: string };
/** What a body says otherwise. */
export interface Edit {
  readonly agentId?: number;
  readonly classes?: readonly string[];
  readonly task?: Values;
}

/** A typed error whose message holds all these words. */
export function refused(code: string, ...says: string[]): Ending {
  return { ends: "refused", code, says };
}

/** A start with the body of another recording. */
export function started(like: string, but: Edit = {}): Ending {
  return { ends: "started", like, but, warnings: [] };
}

/** A start that says something of itself aloud, by codes of warnings. */
export function startedWith(warnings: readonly string[], like: string, but: Edit = {}): Ending {
  return { ends: "started", like, but, warnings };
}

/** The same ending for several recordings. */
export function each(names: readonly string[], ending: Ending): Record<string, Ending> {
  return Object.fromEntries(names.map((name) => [name, ending]));
}
