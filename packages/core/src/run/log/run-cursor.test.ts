import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialRunState } from "../state/run-state.ts";
import { formatCursor, parseCursor } from "./run-cursor.ts";

describe("a cursor", () => {
  it("brings back where a watching stood, whatever letters the app's words have", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
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
          expect(parseCursor(text, 7)).toEqual(cursor);
        },
      ),
    );
  });
});
