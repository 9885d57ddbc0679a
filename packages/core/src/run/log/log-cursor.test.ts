import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogRecord } from "../../instance/endpoints/tasks-log-download.ts";
import { logTime } from "../state/log-time.ts";
import type { LogCursor } from "./log-cursor.ts";
import { markOf } from "./log-cursor.ts";
import type { LogNews, LogPages } from "./read-log.ts";
import { LogReader } from "./read-log.ts";

const start = Date.parse("2026-01-01T00:00:00Z");
const at = (ms: number) => new Date(start + ms).toISOString();
const record = (message: string, ms: number): LogRecord => ({ message, level: "info", timestamp: at(ms) });

/** A log as a server keeps it: sorted by time, paged by time, never more than `cap` records at once. */
function server(cap: number, taking: "from" | "after" = "from") {
  const log: LogRecord[] = [];
  let requests = 0;
  const pages: LogPages = async (since = "", limit) => {
    requests++;
    const rows = log.filter(({ timestamp }) =>
      taking === "from" ? timestamp >= since : since === "" || timestamp > since,
    );
    return rows.slice(0, Math.min(cap, limit));
  };
  return {
    pages,
    add: (...records: LogRecord[]) => {
      log.push(...records);
      log.sort((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : 0));
    },
    count: () => requests,
  };
}
async function read(reader: LogReader, wide = true): Promise<LogNews[]> {
  const news: LogNews[] = [];
  for await (const item of reader.read(wide)) news.push(item);
  return news;
}
const texts = (news: readonly LogNews[]) =>
  news.map((item) => ("record" in item ? item.record.message : `gap ${item.gap}`));

/** Records in the order in which the server learns of them, each at most 10 s late, and where readings fall between. */
const history = fc.array(
  fc.record({
    step: fc.constantFrom(0, 0, 0, 1, 2, 900, 5000),
    late: fc.constantFrom(0, 0, 0, 1, 400, 9000),
    same: fc.boolean(),
    readAfter: fc.constantFrom(false, false, true),
  }),
  { maxLength: 60 },
);
/** Gives the records and the longest run of one time. */
function records(steps: readonly { step: number; late: number; same: boolean }[]) {
  let now = 20_000;
  return steps.map(({ step, late, same }, index) => {
    now += step;
    return record(same ? "same" : `line ${index}`, now - late);
  });
}
function mostAtOnce(all: readonly LogRecord[]): number {
  const counts = new Map<string, number>();
  for (const { timestamp } of all) counts.set(timestamp, (counts.get(timestamp) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
const sorted = (all: readonly LogRecord[]) =>
  all.map(({ timestamp, message }) => `${timestamp} ${message}`).sort();

describe("reading a log that is paged by time", () => {
  it("gives every record exactly once, however pages are cut, times repeat and records come late", async () => {
    const page = fc.integer({ min: 1, max: 12 });
    await fc.assert(
      fc.asyncProperty(
        history,
        page,
        fc.constantFrom("from" as const, "after" as const),
        async (steps, limit, taking) => {
          const log = server(Number.POSITIVE_INFINITY, taking);
          const reader = new LogReader(log.pages, undefined, limit);
          const all = records(steps);
          const got: LogNews[] = [];
          for (const [index, item] of all.entries()) {
            log.add(item);
            if (steps[index]?.readAfter === true) got.push(...(await read(reader)));
          }
          got.push(...(await read(reader)));
          expect(sorted(got.flatMap((item) => ("record" in item ? [item.record] : [])))).toEqual(sorted(all));
          expect(await read(reader)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("goes on from the cursor of any record without repeats or gaps, with a page limit of the server's own", async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 12 }), fc.nat(1000), async (steps, extra, cut) => {
        const all = records(steps);
        // A server that cannot give all records of a time at once is another test's matter.
        const log = server(mostAtOnce(all) + extra);
        const half = Math.floor(all.length / 2);
        log.add(...all.slice(0, half));
        const first = await read(new LogReader(log.pages));
        const until = first.length === 0 ? 0 : cut % (first.length + 1);
        const cursor: LogCursor | undefined = first[until - 1]?.cursor();
        log.add(...all.slice(half));
        const rest = await read(new LogReader(log.pages, cursor));
        const got = [...first.slice(0, until), ...rest];
        expect(sorted(got.flatMap((item) => ("record" in item ? [item.record] : [])))).toEqual(sorted(all));
      }),
      { numRuns: 400 },
    );
  });

  it("asks for longer pages when one page holds only records of one time", async () => {
    const log = server(50_000);
    log.add(...Array.from({ length: 2500 }, (_, index) => record(`burst ${index}`, 5)), record("later", 6));
    const news = await read(new LogReader(log.pages));
    expect(news).toHaveLength(2501);
    expect(texts(news).at(-1)).toBe("later");
  });

  it("says so when the server gives no more of one time than a page, and goes on after it", async () => {
    const log = server(3);
    log.add(...["a", "b", "c", "d"].map((message) => record(message, 5)), record("later", 6));
    expect(texts(await read(new LogReader(log.pages)))).toEqual(["a", "b", "c", `gap ${at(5)}`, "later"]);
  });

  it("claims no gap when a page of one time happens to be all there is", async () => {
    const log = server(3);
    log.add(...["a", "b", "c"].map((message) => record(message, 5)));
    const reader = new LogReader(log.pages);
    expect(texts(await read(reader))).toEqual(["a", "b", "c"]);
    log.add(record("later", 5000));
    expect(texts(await read(reader)).slice(-1)).toEqual(["later"]);
  });

  it("asks once when there is nothing new, however long the log is", async () => {
    const log = server(1000);
    log.add(...Array.from({ length: 3000 }, (_, index) => record(`line ${index}`, index * 1000)));
    const reader = new LogReader(log.pages);
    await read(reader);
    const before = log.count();
    expect(await read(reader, false)).toEqual([]);
    expect(log.count() - before).toBe(1);
  });

  it("counts as read what was given before a page failed", async () => {
    const log = server(2);
    log.add(...["a", "b", "c", "d"].map((message, index) => record(message, index * 100)));
    let fails = true;
    const reader = new LogReader(async (since, limit) => {
      if (since !== undefined && fails) throw new Error("down");
      return log.pages(since, limit);
    });
    const got: LogNews[] = [];
    await expect(
      (async () => {
        for await (const item of reader.read(true)) got.push(item);
      })(),
    ).rejects.toThrow("down");
    fails = false;
    expect(texts([...got, ...(await read(reader))])).toEqual(["a", "b", "c", "d"]);
  });

  it("keeps a cursor small: marks of the last seconds, no lines", async () => {
    const log = server(1000);
    log.add(...Array.from({ length: 20_000 }, (_, index) => record(`line ${index}`, index)));
    const news = await read(new LogReader(log.pages));
    expect(news.at(-1)?.cursor().seen.length).toBeLessThanOrEqual(60);
    log.add(...Array.from({ length: 5 }, (_, index) => record(`new ${index}`, 20_000 + index)));
    const rest = await read(new LogReader(log.pages, news.at(-1)?.cursor()));
    expect(texts(rest)).toEqual(["new 0", "new 1", "new 2", "new 3", "new 4"]);
  });

  it("reads records that have no time", async () => {
    const log = server(1000);
    log.add({ message: "no time", level: "info", timestamp: "" }, record("with time", 5));
    const reader = new LogReader(log.pages);
    expect(texts(await read(reader)).sort()).toEqual(["no time", "with time"]);
    expect(await read(reader)).toEqual([]);
  });
});

describe("times of a log", () => {
  it("sort by when they are, whatever their form", () => {
    const times = [
      "2026-01-01T00:00:00Z",
      "2026-01-01T00:00:00.100Z",
      "2026-01-01T00:00:00.1000001Z",
      "2026-01-01T02:00:00.2+02:00",
      "2026-01-01 00:00:01",
    ].map(logTime);
    expect(times).toEqual([...times].sort());
    expect(new Set(times).size).toBe(5);
    expect(logTime("yesterday")).toBeUndefined();
  });

  it("do not make marks of different records equal", () => {
    const marks = Array.from({ length: 20_000 }, (_, index) => markOf(record(`line ${index}`, 0)));
    expect(new Set(marks).size).toBe(20_000);
  });

  it("goes on without repeats or gaps where more records share a time than a cursor has marks for", async () => {
    const log = server(Number.POSITIVE_INFINITY);
    log.add(...Array.from({ length: 500 }, (_, n) => record(`line ${n % 7}`, 1000)));
    const news = await read(new LogReader(log.pages));
    for (const until of [1, 60, 61, 300, 500]) {
      const cursor = news[until - 1]?.cursor();
      expect(JSON.stringify(cursor).length).toBeLessThan(1200);
      const reader = new LogReader(log.pages, cursor);
      expect((await read(reader)).length).toBe(500 - until);
      expect(await read(reader)).toEqual([]);
    }
    log.add(record("next", 1001));
    expect(texts(await read(new LogReader(log.pages, news.at(-1)?.cursor())))).toEqual(["next"]);
  });
});
