import * as v from "valibot";
import { TrainyardError } from "../../errors/trainyard-error.ts";
import { initialRunState, runState } from "../state/initial-run-state.ts";
import type { RunState } from "../state/run-state.ts";
import type { LogCursor } from "./log-cursor.ts";
import { logCursorSchema } from "./log-cursor.ts";

/** Where a watching stands: what was told of the run, and how far its log was read. */
export interface RunCursor {
  readonly taskId: number;
  readonly state: RunState;
  /** Whether the task itself was told of. */
  readonly isSeen: boolean;
  /** How many of the start's warnings were told. */
  readonly warned: number;
  /** What was told once and is not kept in the state: whoever goes on reads it from the task again. */
  readonly told: readonly ToldOnce[];
  readonly log: LogCursor;
}

/** Events whose content may be long. */
export type ToldOnce = "experiment" | "drift";

const schema = v.object({
  v: v.literal(2),
  task: v.number(),
  state: v.looseObject({
    status: v.string(),
    app: v.string(),
    isUp: v.boolean(),
    evidence: v.looseObject({}),
  }),
  warned: v.pipe(v.number(), v.integer(), v.minValue(0)),
  told: v.array(v.picklist(["experiment", "drift"])),
  seen: v.optional(v.boolean(), true),
  log: logCursorSchema,
});

/** Characters that are kept of a text. */
const longest = 160;

/**
 * A cursor as a plain text that is safe in a URL, a header, a file or a variable: less than 4 kB, whatever was logged. It
 * holds no token and none of the log's lines, and of long texts the beginning.
 */
export function formatCursor({ taskId, state, isSeen, log }: Omit<RunCursor, "warned" | "told">): string {
  const { lastLog: _, metricLine: __, warnings, experiment, drift, ...kept } = state;
  const told = [
    ...(experiment === undefined ? [] : ["experiment"]),
    ...(drift === undefined ? [] : ["drift"]),
  ];
  const cursor = { v: 2, task: taskId, state: kept, warned: warnings.length, told, seen: isSeen, log };
  const text = JSON.stringify(cursor, (_, value: unknown) =>
    typeof value === "string" ? beginningOf(value) : value,
  );
  // Written as escapes, other letters need no bytes of UTF-8.
  const ascii = text.replaceAll(/[\u0080-\uffff]/g, escaped);
  return btoa(ascii).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Other letters than ASCII take six characters in a cursor. */
function beginningOf(text: string): string {
  const most = /^[\0-\x7f]*$/.test(text.slice(0, longest)) ? longest : Math.floor(longest / 6);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * Reads a cursor of an event.
 *
 * @throws INPUT_INVALID when the text is no cursor, or one of another run.
 */
export function parseCursor(text: string, taskId: number): RunCursor {
  const fail = (why: string) =>
    new TrainyardError("INPUT_INVALID", `since: ${why}`, {
      hint: "Pass the cursor of one of the run's events.",
    });
  let json: unknown;
  try {
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    json = JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0))));
  } catch {
    throw fail("this is no cursor.");
  }
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) throw fail("this is no cursor, or one of another version.");
  const { task, state, warned, told, seen: isSeen, log } = parsed.output;
  if (task !== taskId) throw fail(`this is a cursor of task ${task}, not of ${taskId}.`);
  return {
    taskId,
    log,
    isSeen,
    warned,
    told,
    state: runState({ ...initialRunState, ...(state as Partial<RunState>) }),
  };
}
