import * as v from "valibot";
import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { RunState } from "../state/run-state.ts";
import { initialRunState } from "../state/run-state.ts";
import type { LogCursor } from "./log-cursor.ts";
import { logCursorSchema } from "./log-cursor.ts";

/** Where a watching stands: what was told of the run, and how far its log was read. */
export interface RunCursor {
  readonly taskId: number;
  readonly state: RunState;
  /** Whether the task itself was told of. */
  readonly isSeen: boolean;
  readonly log: LogCursor;
}

const warning = v.looseObject({
  code: v.string(),
  severity: v.picklist(["error", "warning"]),
  path: v.string(),
  message: v.string(),
  hint: v.string(),
});
const schema = v.object({
  v: v.literal(1),
  task: v.number(),
  state: v.looseObject({
    status: v.string(),
    app: v.string(),
    isUp: v.boolean(),
    evidence: v.looseObject({}),
    warnings: v.optional(v.array(warning), []),
  }),
  seen: v.optional(v.boolean(), true),
  log: logCursorSchema,
});

/** A cursor as a plain text that is safe in a URL, a file or a variable. It holds no token and none of the log's lines. */
export function formatCursor({ taskId, state, isSeen, log }: RunCursor): string {
  const { lastLog: _, metricLine: __, ...kept } = state;
  const text = JSON.stringify({ v: 1, task: taskId, state: kept, seen: isSeen, log });
  // Written as escapes, other letters need no bytes: a long log's marks are thousands of characters.
  const ascii = text.replaceAll(/[\u0080-\uffff]/g, escaped);
  return btoa(ascii).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
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
  const { task, state, seen: isSeen, log } = parsed.output;
  if (task !== taskId) throw fail(`this is a cursor of task ${task}, not of ${taskId}.`);
  return {
    taskId,
    log,
    isSeen,
    state: Object.freeze({ ...initialRunState, ...(state as Partial<RunState>) }),
  };
}
