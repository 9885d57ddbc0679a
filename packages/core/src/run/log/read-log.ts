import type { LogRecord } from "../../instance/endpoints/tasks-log-download.ts";
import type { LogTime } from "../state/log-time.ts";
import { logTime, millisecondsOf } from "../state/log-time.ts";
import type { LogCursor } from "./log-cursor.ts";
import { markOf } from "./log-cursor.ts";

/** Gives a page of a log: records of `since` (ISO) and later, oldest first, at most `limit`. */
export type LogPages = (since: string | undefined, limit: number) => Promise<readonly LogRecord[]>;

/** One thing read: a record, or a time of which the instance could not give all records. */
export type LogNews = ({ readonly record: LogRecord } | { readonly gap: string }) & {
  /** Where to go on after it. */
  readonly cursor: () => LogCursor;
};

interface Mark {
  readonly mark: string;
  readonly ms: number;
}

/** How late a record may come, in milliseconds of the log's own time. */
const lateness = 15_000;
const pageSize = 1000;
const largestPage = 100_000;
/** Marks kept; an app that logs faster has a shorter time to be late. */
const maxMarks = 4000;
/** Marks in a cursor, which has to fit into a header: after a resume, a busy log's records may be late by less. */
const cursorMarks = 60;

/**
 * Reads a log that is paged by time, each record exactly once. Several records may share a time, pages may be cut
 * anywhere, and records may come late: so what was read is known by marks, not by a position.
 */
export class LogReader {
  readonly #pages: LogPages;
  readonly #limit: number;
  #newest: LogTime;
  #from: number;
  #marks: Mark[];
  #counts = new Map<string, number>();
  /** The longest page so far: the instance can give that many. */
  #longest = 0;
  /** Records before this were read by whoever gave the cursor. */
  readonly #floor: number;
  /** How many of the first records at the floor were read, where no marks tell which. */
  #unmarked: number;

  constructor(pages: LogPages, resume?: LogCursor, limit: number = pageSize) {
    this.#pages = pages;
    this.#limit = limit;
    this.#newest = resume?.newest ?? "";
    this.#from = resume?.from ?? 0;
    this.#floor = this.#from;
    this.#unmarked = resume?.atNewest ?? 0;
    const ms = this.#newest === "" ? 0 : millisecondsOf(this.#newest);
    this.#marks = (resume?.seen ?? []).map((mark) => ({ mark, ms }));
    this.#count();
  }

  /** Where the reading stands. */
  get cursor(): () => LogCursor {
    return this.#here();
  }

  /**
   * Yields what is new. What was yielded counts as read, also when a later page fails.
   *
   * @param wide looks for late records as well.
   */
  async *read(wide: boolean): AsyncGenerator<LogNews, void, undefined> {
    let since = this.#start(wide);
    let limit = this.#limit;
    let gap: LogTime | undefined;
    for (;;) {
      const page = await this.#pages(since === undefined ? undefined : new Date(since).toISOString(), limit);
      const { fresh, first, last } = this.#sift(page, since);
      if (gap !== undefined && fresh.length > 0 && (await this.#isCut(gap)))
        yield { gap: new Date(millisecondsOf(gap)).toISOString(), cursor: this.#here() };
      for (const [record, mark] of fresh) yield this.#take(record, mark);
      this.#longest = Math.max(this.#longest, page.length);
      if (last === undefined) break;
      const at = millisecondsOf(last);
      const isBehind = fresh.length > 0 || last < this.#newest;
      gap = undefined;
      const isCut = page.length >= Math.min(limit, this.#longest);
      if (!isBehind && !isCut) break;
      // One millisecond earlier, whether the instance takes `since` as "from" or as "after".
      if (since === undefined || at - 1 > since) {
        since = at - 1;
        limit = this.#limit;
      } else if (at > since && first !== last) since = at;
      else if (page.length >= limit && limit < largestPage) limit = Math.min(limit * 10, largestPage);
      else {
        // All of this page has one time, and the instance gives no longer page: only what is later can be had.
        if (!isBehind || fresh.length > 0) gap = last;
        since = at + 1;
        limit = this.#limit;
      }
    }
    this.#prune();
  }

  #start(wide: boolean): number | undefined {
    if (this.#newest === "") return undefined;
    const newest = millisecondsOf(this.#newest);
    return wide ? Math.max(newest - lateness, Math.min(this.#from, newest - 1)) : newest - 1;
  }

  /** The records of a page that were not read before, and the page's last time. */
  #sift(page: readonly LogRecord[], since: number | undefined) {
    const counts = new Map<string, number>();
    const fresh: (readonly [LogRecord, Mark])[] = [];
    let first: LogTime | undefined;
    let last: LogTime | undefined;
    for (const record of page) {
      const time = logTime(record.timestamp) ?? last ?? (this.#newest || logTime("1970-01-01T00:00:00Z"));
      if (time === undefined) continue;
      const ms = millisecondsOf(time);
      if (ms < this.#floor || (since !== undefined && ms < since)) continue;
      if (first === undefined || time < first) first = time;
      if (last === undefined || time > last) last = time;
      const mark = markOf(record);
      const count = (counts.get(mark) ?? 0) + 1;
      counts.set(mark, count);
      if (count <= (this.#counts.get(mark) ?? 0)) continue;
      if (this.#unmarked > 0 && ms === this.#floor) this.#markRead({ mark, ms });
      else fresh.push([record, { mark, ms }]);
    }
    return { fresh, first, last };
  }

  #markRead(mark: Mark): void {
    this.#unmarked--;
    this.#marks.push(mark);
    this.#counts.set(mark.mark, (this.#counts.get(mark.mark) ?? 0) + 1);
  }

  #take(record: LogRecord, mark: Mark): LogNews {
    const time = logTime(record.timestamp) ?? (this.#newest || logTime("1970-01-01T00:00:00Z") || "");
    if (time > this.#newest) this.#newest = time;
    this.#marks.push(mark);
    this.#counts.set(mark.mark, (this.#counts.get(mark.mark) ?? 0) + 1);
    return { record, cursor: this.#here() };
  }

  /** Whether the instance still gives nothing later than a time from that time on, though there is something. */
  async #isCut(time: LogTime): Promise<boolean> {
    const page = await this.#pages(new Date(millisecondsOf(time)).toISOString(), this.#limit);
    return page.every(({ timestamp }) => (logTime(timestamp) ?? "") <= time);
  }

  /** The cursor of this moment, made when it is asked for: most never are. */
  #here(): () => LogCursor {
    const [marks, length, newest, floor] = [this.#marks, this.#marks.length, this.#newest, this.#from];
    return () => {
      const from = Math.max(windowStart(marks, length, newest), floor);
      return shortCursor(newest, from, marks.slice(0, length));
    };
  }

  /** Forgets what is too old to come again. Makes a new list: cursors handed out hold the old one. */
  #prune(): void {
    this.#from = Math.max(windowStart(this.#marks, this.#marks.length, this.#newest), this.#from);
    if (this.#marks.every(({ ms }) => ms >= this.#from)) return;
    this.#marks = this.#marks.filter(({ ms }) => ms >= this.#from);
    this.#count();
  }

  #count(): void {
    this.#counts = new Map();
    for (const { mark } of this.#marks) this.#counts.set(mark, (this.#counts.get(mark) ?? 0) + 1);
  }
}

/** The cursor with no more marks than fit. */
function shortCursor(newest: LogTime, floor: number, marks: readonly Mark[]): LogCursor {
  const times = marks.flatMap(({ ms }) => (ms >= floor ? [ms] : [])).sort((a, b) => b - a);
  const from = times.length > cursorMarks ? Math.max(floor, (times[cursorMarks] ?? 0) + 1) : floor;
  const seen = marks.flatMap(({ mark, ms }) => (ms >= from ? [mark] : []));
  if (newest === "" || from <= millisecondsOf(newest)) return { newest, from, seen };
  const last = millisecondsOf(newest);
  return { newest, from: last, seen: [], atNewest: times.filter((ms) => ms === last).length };
}

function windowStart(marks: readonly Mark[], length: number, newest: LogTime): number {
  if (newest === "") return 0;
  const end = millisecondsOf(newest);
  const bounded = length > maxMarks ? (marks[length - maxMarks]?.ms ?? 0) + 1 : 0;
  return Math.max(end - lateness, Math.min(bounded, end - 1));
}
