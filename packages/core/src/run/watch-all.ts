import { isTrainyardError } from "../errors/trainyard-error.ts";
import type { Instance } from "../instance/connect.ts";
import type { TaskInfo } from "../instance/endpoints/tasks-info.ts";
import { tasksListInfos } from "../instance/endpoints/tasks-list.ts";
import { Patience } from "./look/patience.ts";
import type { Look } from "./look/run-watch.ts";
import { RunWatch } from "./look/run-watch.ts";
import type { CheckedTarget, NotifyTarget } from "./notify/notify-target.ts";
import { checkTarget } from "./notify/notify-target.ts";
import { runNotice } from "./notify/run-notice.ts";
import { sendNotice } from "./notify/send-notice.ts";
import { isEnded, isOver } from "./state/is-over.ts";
import type { WatchedEvent } from "./state/run-event.ts";
import type { RunState } from "./state/run-state.ts";
import type { TrainRun } from "./train-run.ts";

/** Something that one of several runs told, or why it can no longer be watched. */
export type RunNews =
  | { readonly run: TrainRun; readonly event: WatchedEvent; readonly state: RunState }
  | { readonly run: TrainRun; readonly error: unknown };

interface Watched {
  readonly run: TrainRun;
  readonly watch: RunWatch;
  readonly patience: Patience;
  /** When it is worth a look of its own, for its log and its app. */
  due: number;
  /** Its last look failed: no hurry before it is due, whatever the list says. */
  isTroubled: boolean;
}

/** Runs that are looked at at once. */
const lanes = 6;
/** Milliseconds between two looks at a list. */
const interval = { least: 500, most: 5000 };

/**
 * Watches many runs in one loop until each is over: one `tasks.list` per workspace and interval says which of them are
 * worth a look. A run that can no longer be watched (deleted, say) is told with its error; the others go on.
 *
 * @throws the signal's reason.
 * @example
 * ```ts
 * import { watchAll, type TrainRun } from "@trainyard/core";
 * async function follow(runs: TrainRun[]) {
 *   for await (const news of watchAll(runs))
 *     if ("event" in news) console.log(news.run.taskId, news.state.phase, news.event.type);
 *     else console.error(news.run.ref, news.error);
 * }
 * ```
 */
export async function* watchAll(
  runs: Iterable<TrainRun>,
  options: {
    readonly signal?: AbortSignal;
    /** Goes on after the events that had these cursors, by each run's `ref`. */
    readonly since?: Readonly<Record<string, string>>;
    /** Posts the end of each run, as {@link TrainRun.finished} does. */
    readonly notify?: NotifyTarget;
    /** Told of posts that were not taken. */
    readonly onTrouble?: (error: unknown) => void;
  } = {},
): AsyncGenerator<RunNews, void, undefined> {
  const { signal, since = {} } = options;
  const target = options.notify === undefined ? undefined : checkTarget(options.notify);
  const posts: Promise<void>[] = [];
  let open: readonly Watched[] = Array.from(new Set(runs), (run) => ({
    run,
    watch: new RunWatch(run.instance, run.taskId, { warnings: run.warnings, since: since[run.ref] }),
    patience: new Patience(run.instance, run.taskId),
    due: 0,
    isTroubled: false,
  }));
  while (open.length > 0) {
    signal?.throwIfAborted();
    const { runtime } = (open[0] as Watched).run.instance;
    const rows = await listAll(open, signal);
    const now = runtime.now();
    const worth = open.filter((item) => isWorthALook(item, rows.get(item), now));
    const over = new Set<Watched>();
    for (let at = 0; at < worth.length; at += lanes) {
      const lane = worth.slice(at, at + lanes);
      const looks = await Promise.all(lane.map((item) => lookAt(item, rows.get(item), signal)));
      for (const [index, item] of lane.entries()) {
        const { look, error } = looks[index] ?? {};
        for (const { event, state } of look?.told ?? []) yield { run: item.run, event, state };
        if (error !== undefined) yield { run: item.run, error };
        const isAtEnd = look?.isWhole === true && isOver(item.watch.state);
        if (error !== undefined || isAtEnd) over.add(item);
        if (isAtEnd && target !== undefined) posts.push(tell(item, target, options));
      }
    }
    open = open.filter((item) => !over.has(item));
    if (open.length === 0) break;
    const next = Math.min(...open.map(({ due }) => due)) - runtime.now();
    await runtime.sleep(Math.min(interval.most, Math.max(interval.least, next)), signal);
  }
  await Promise.all(posts);
}

/** A post holds up no other run. */
async function tell(
  { run, watch }: Watched,
  target: CheckedTarget,
  { signal, onTrouble }: { readonly signal?: AbortSignal; readonly onTrouble?: (error: unknown) => void },
): Promise<void> {
  const { runtime } = run.instance;
  try {
    await sendNotice(runNotice(watch.state, run, runtime.now()), target, runtime, signal);
  } catch (error) {
    onTrouble?.(error);
  }
}

function isWorthALook(item: Watched, row: TaskInfo | undefined, now: number): boolean {
  const isChanged = row !== undefined && row.status !== item.watch.state.status;
  return (isChanged && !item.isTroubled) || item.due <= now;
}

async function lookAt(
  item: Watched,
  row: TaskInfo | undefined,
  signal: AbortSignal | undefined,
): Promise<{ look?: Look; error?: unknown }> {
  const { runtime } = item.run.instance;
  // A list may leave out what a task put out: at its end the task itself is asked.
  const known = row === undefined || isEnded(row.status) ? undefined : row;
  const look = await item.watch.look(signal, known);
  item.isTroubled = look.trouble !== undefined;
  try {
    item.due = runtime.now() + item.patience.after(look, item.watch);
    return { look };
  } catch (error) {
    return { look, error };
  }
}

/** What the lists say of the runs; a list that cannot be had just now says nothing. */
async function listAll(
  open: readonly Watched[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<Watched, TaskInfo>> {
  const found = new Map<Watched, TaskInfo>();
  const groups = new Map<Instance, Map<number, Watched[]>>();
  for (const item of open) {
    const { workspaceId } = item.watch;
    if (workspaceId === undefined) continue;
    const of = groups.get(item.run.instance) ?? new Map<number, Watched[]>();
    groups.set(item.run.instance, of.set(workspaceId, [...(of.get(workspaceId) ?? []), item]));
  }
  const lists = [...groups].flatMap(([instance, of]) =>
    [...of].map(async ([workspaceId, items]) => {
      const ids = items.map(({ run }) => run.taskId);
      const rows = await tasksListInfos(instance, workspaceId, ids, { signal, attempts: "once" });
      for (const item of items) {
        const row = rows.get(item.run.taskId);
        if (row !== undefined) found.set(item, row);
      }
    }),
  );
  for (const result of await Promise.allSettled(lists))
    if (result.status === "rejected" && !isTrainyardError(result.reason)) throw result.reason;
  signal?.throwIfAborted();
  return found;
}
