import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller, CallOptions } from "../../instance/caller.ts";
import type { TaskRow } from "../../instance/endpoints/tasks-list.ts";
import { tasksList } from "../../instance/endpoints/tasks-list.ts";
import { runKeyMark } from "../../wire/start-body.ts";

/** Each row may hold a whole training's settings, so a look for a fresh task begins with a few. */
const firstPage = { page: 1, perPage: 20 };
/** No workspace makes a thousand tasks while one start goes on. */
const pages = Array.from({ length: 10 }, (_, at) => ({ page: at + 1, perPage: 100 }));
/** Milliseconds that the instance's stamps may be apart from each other. */
const margin = 10 * 60_000;

/**
 * The tasks that carry a run key, lowest id first, among the workspace's newest. None is proof that there is none.
 *
 * @param look `age`: milliseconds since the attempt that is looked for began; tasks surely older are not read.
 * `within`: milliseconds that the whole look-up may take.
 * @throws ANSWER_UNEXPECTED when the instance does not tell descriptions, so that nothing would be proven.
 */
export async function findRunKey(
  instance: Caller,
  workspaceId: number,
  key: string,
  look: Pick<CallOptions, "attempts" | "signal"> & { readonly age?: number; readonly within: number },
): Promise<readonly TaskRow[]> {
  const { runtime } = instance;
  const { age, within, ...options } = look;
  const end = runtime.now() + within;
  const mark = runKeyMark(key);
  const found = new Map<number, TaskRow>();
  let oldest: number | undefined;
  for (const paging of age === undefined ? pages : [firstPage, ...pages]) {
    const deadline = Math.max(1, end - runtime.now());
    const { rows, more } = await tasksList(instance, workspaceId, paging, {
      ...options,
      deadline,
      timeout: Math.min(30_000, deadline),
    });
    if (rows.length > 0 && rows.every((row) => row.description === undefined)) throw untold();
    for (const row of rows) if (row.description?.trimEnd().endsWith(mark) === true) found.set(row.id, row);
    oldest ??= oldestOf(rows, age);
    // Whoever sorts otherwise than asked may have the newest on any page.
    const isNewestFirst = rows.every((row, at) => at === 0 || row.id < (rows[at - 1]?.id ?? 0));
    if (!more || (isNewestFirst && created(rows.at(-1)) < oldest)) break;
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

/** Our clock and the instance's may differ, so its newest task tells the time there. */
function oldestOf(rows: readonly TaskRow[], age: number | undefined): number {
  const stamps = rows.map(created).filter(Number.isFinite);
  if (age === undefined || stamps.length === 0) return Number.NEGATIVE_INFINITY;
  return Math.max(...stamps) - age - margin;
}

function created(row: TaskRow | undefined): number {
  return Date.parse(row?.createdAt ?? "");
}

function untold(): TrainyardError {
  return new TrainyardError("ANSWER_UNEXPECTED", "tasks.list told no task's description.", {
    hint: "Without descriptions a start cannot be found again; ask its operator for a newer instance.",
    facts: { endpoint: "tasks.list" },
  });
}
