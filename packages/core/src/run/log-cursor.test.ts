import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogCursor } from "./log-cursor.ts";
import { unread } from "./log-cursor.ts";

describe("unread()", () => {
  it("never drops or repeats a record, however many share a time and wherever the reading was cut", () => {
    const log = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });
    fc.assert(
      fc.property(log, fc.array(fc.nat(40), { maxLength: 8 }), (times, cuts) => {
        const records = [...times]
          .sort((a, b) => a - b)
          .map((time, at) => ({
            message: String(at),
            level: "info",
            timestamp: `2026-01-01T00:00:0${time}Z`,
          }));
        let cursor: LogCursor | undefined;
        const read: string[] = [];
        for (const length of [...[...cuts].sort((a, b) => a - b), records.length]) {
          const since = cursor?.time ?? "";
          const page = records.slice(0, length).filter((record) => record.timestamp >= since);
          const news = unread(page, cursor);
          cursor = news.cursor;
          read.push(...news.records.map((record) => record.message));
        }
        expect(read).toEqual(records.map((record) => record.message));
      }),
    );
  });
});
