import type { SendFate } from "./send-fate.ts";

/** What was heard last. */
export type StartOutcome =
  | { readonly is: "looked"; readonly ids: readonly number[] }
  | { readonly is: "look-failed"; readonly passes: boolean }
  | { readonly is: "created"; readonly id: number }
  | { readonly is: "not-created"; readonly fate: SendFate; readonly retryAfter: number };

/** What to do next; `wait` is in milliseconds, before doing it. */
export type StartStep =
  | { readonly do: "look" | "send"; readonly wait: number }
  /** There is a task: the lowest id is the start's, any other is one too many. */
  | { readonly do: "settle"; readonly ids: readonly [number, ...number[]]; readonly unchecked: boolean }
  /** `absent`: nothing was created, as far as can be proven. `unknown`: it cannot be told. */
  | { readonly do: "give-up"; readonly because: "absent" | "unknown" };

/** Where a start stands. */
export interface StartState {
  /** True when others may use the key too, so that it is looked for before and twice after. */
  readonly shared: boolean;
  readonly sends: number;
  /** What became of the last request; undefined before the first. */
  readonly fate: SendFate | "created" | undefined;
  /** Ids known to be this start's, lowest first. */
  readonly ids: readonly number[];
  /** Waits before the look-ups still to be made. */
  readonly looks: readonly number[];
  /** Look-ups that failed in a row. */
  readonly failures: number;
  /** True once a request has left that was not answered with its task: even a refusal may come after creation. */
  readonly isDoubtful: boolean;
  /** True once the last look before giving up has been made. */
  readonly isClosing: boolean;
}

/** How often the request is sent, each time after proof that the last one created nothing. */
const maxSends = 4;
/** How many look-ups in a row may fail, each of them repeated by itself. */
const maxFailures = 3;
/** Milliseconds before a look-up that failed is tried again, doubled each time. */
const afterFailure = 1000;
/** The same where the task is known and only a second one is looked for: nobody waits long for that. */
const afterPlainFailure = 200;
/** Milliseconds between creation and the last look when the key is shared: ids are given out before they are seen. */
const sharedSettle = 400;
/** Milliseconds between finding a lost request's task and the look for its double, which the network may have sent. */
const doubledSettle = 1000;
/** Milliseconds before the last look of a start whose first request did not simply succeed or fail. */
const closingSettle = 2000;

/** The state before anything was done. */
export function newStart(shared: boolean): StartState {
  const looks = shared ? [0] : [];
  const before = { sends: 0, fate: undefined, ids: [], failures: 0 };
  return { shared, ...before, looks, isDoubtful: false, isClosing: false };
}

/** Whether the one request was simply answered with its task, so that a look-up can only tell of a second one. */
export function isPlain({ shared, sends, fate }: StartState): boolean {
  return !shared && sends === 1 && fate === "created";
}

/** Takes in what was heard. Pure. */
export function heard(state: StartState, outcome: StartOutcome): StartState {
  if (outcome.is === "look-failed")
    return { ...state, failures: outcome.passes ? state.failures + 1 : maxFailures };
  if (outcome.is === "created") {
    const last = state.sends > 0 ? closingSettle : state.shared ? sharedSettle : undefined;
    const looks = last === undefined ? [0] : [0, last];
    const ids = joined(state.ids, [outcome.id]);
    return { ...state, sends: state.sends + 1, fate: "created", ids, looks, failures: 0 };
  }
  if (outcome.is === "not-created") {
    const sends = state.sends + 1;
    const isDoubtful = state.isDoubtful || outcome.fate !== "unsent";
    const looks = proofOfAbsence(outcome, sends);
    return { ...state, sends, fate: outcome.fate, looks, failures: 0, isDoubtful };
  }
  const ids = joined(state.ids, outcome.ids);
  const isClosing = state.looks.length === 0;
  return { ...state, ids, looks: looksAfter(state, ids), failures: 0, isClosing };
}

/** The looks that remain after one that ended well. */
function looksAfter(state: StartState, ids: readonly number[]): readonly number[] {
  const rest = state.looks.slice(1);
  const isNews = ids.length > 0 && state.ids.length === 0;
  if (!isNews) return rest;
  if (state.sends === 0) return [];
  // The one request's task leaves only its double to come. Of several requests, or of a shared key, more may come.
  const isAll = !state.shared && state.sends === 1;
  return isAll ? [doubledSettle] : [...rest, closingSettle];
}

/**
 * Decides what to do next. Pure.
 *
 * @param limits `noMoreSends`: the caller gave up, or sending takes too long already. `noMoreLooks`: time is over.
 */
export function nextStartStep(
  state: StartState,
  limits: { readonly noMoreSends: boolean; readonly noMoreLooks: boolean },
): StartStep {
  const { looks, failures, sends, fate } = state;
  const [wait] = looks;
  const [lowest, ...others] = state.ids;
  const isBlind = failures >= maxFailures || limits.noMoreLooks;
  const pause = isPlain(state) ? afterPlainFailure : afterFailure;
  const look = (after: number): StartStep => ({
    do: "look",
    wait: failures === 0 ? after : Math.max(after, pause * 2 ** failures),
  });
  if (wait !== undefined && !isBlind) return look(wait);
  if (lowest !== undefined) return { do: "settle", ids: [lowest, ...others], unchecked: wait !== undefined };
  // What never left is not made doubtful by a look-up that fails.
  if (wait !== undefined) return { do: "give-up", because: state.isDoubtful ? "unknown" : "absent" };
  if (fate !== "refused" && !limits.noMoreSends && sends < maxSends)
    return { do: "send", wait: fate === "unsent" ? 1000 * 2 ** (sends - 1) : 0 };
  if (!state.isDoubtful || state.isClosing || (fate === "refused" && sends === 1))
    return { do: "give-up", because: "absent" };
  return isBlind ? { do: "give-up", because: "unknown" } : look(closingSettle);
}

/**
 * When to look before a request may be taken for one that created nothing. The instance may still be at work on it,
 * so one look right after it proves nothing.
 */
function proofOfAbsence(
  { fate, retryAfter }: { readonly fate: SendFate; readonly retryAfter: number },
  sends: number,
): readonly number[] {
  if (fate === "unsent") return [];
  if (fate === "refused") return [0];
  if (fate === "declined") return [0, Math.max(retryAfter, 1000 * 2 ** (sends - 1))];
  const growing = fate === "lost" ? [0, 1000, 2000, 4000] : [0, 1000, 2000, 4000, 8000];
  return retryAfter > 0 ? [...growing, retryAfter] : growing;
}

function joined(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}
