import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCursor, parseCursor } from "./run-cursor.ts";
import { initialRunState } from "./run-state.ts";

describe("a cursor", () => {
  it("brings back where a watching stood, whatever letters the app's words have", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string({ maxLength: 16 })), (app, seen) => {
        const cursor = {
          taskId: 7,
          state: { ...initialRunState, app },
          log: { newest: "", from: 5, seen },
        };
        const text = formatCursor(cursor);
        expect(text).toMatch(/^[\w-]+$/);
        expect(parseCursor(text, 7)).toEqual(cursor);
      }),
    );
  });
});
