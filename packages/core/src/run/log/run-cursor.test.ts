import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialRunState } from "../state/initial-run-state.ts";
import type { RunState } from "../state/run-state.ts";
import { formatCursor, parseCursor } from "./run-cursor.ts";

describe("a cursor", () => {
  it("brings back where a watching stood, whatever letters the app's words have", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.array(fc.string({ maxLength: 16 })),
        fc.boolean(),
        (app, seen, isSeen) => {
          const cursor = {
            taskId: 7,
            isSeen,
            state: { ...initialRunState, app },
            log: { newest: "", from: 5, seen },
          };
          const text = formatCursor(cursor);
          expect(text).toMatch(/^[\w-]+$/);
          expect(parseCursor(text, 7)).toEqual({ ...cursor, warned: 0, told: [] });
        },
      ),
    );
  });

  it.each([["x"], ["\u{1f600}"], ["語"]])("is under 4 kB whatever was said, in %j", (letter) => {
    const long = letter.repeat(100_000);
    const problem = { code: "X", severity: "warning", path: long, message: long, hint: long } as const;
    const state: RunState = {
      ...initialRunState,
      app: long,
      reason: long,
      progress: { label: long, current: 1, total: 2 },
      agent: { id: 1, name: long, status: long },
      warnings: [problem, problem],
      lastLog: [long],
      evidence: {
        failure: { text: long, endsItself: false },
        taskError: long,
        logError: long,
        failedStep: long,
      },
    };
    const log = {
      newest: "000000000001.000000000",
      from: 5,
      seen: Array.from({ length: 60 }, () => "2gosa7pa2gv"),
    };
    const text = formatCursor({ taskId: 7, isSeen: true, state, log });
    expect(text.length).toBeLessThan(4096);
    expect(parseCursor(text, 7)).toMatchObject({ warned: 2, state: { warnings: [] } });
  });
});
