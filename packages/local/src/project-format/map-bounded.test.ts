import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapBounded } from "./map-bounded.ts";

const later = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : Promise.resolve().then(() => later(turns - 1));

describe("work done a few at a time", () => {
  it("gives the results in the items' order, however long each takes, and never more at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 5 }), async (turns, atOnce) => {
        let running = 0;
        let most = 0;
        const results = await mapBounded(turns, atOnce, async (count) => {
          most = Math.max(most, ++running);
          await later(count);
          running--;
          return count * 2;
        });
        expect(results).toEqual(turns.map((count) => count * 2));
        expect(most).toBeLessThanOrEqual(atOnce);
      }),
    );
  });

  it("begins nothing after a failure, and fails when all that began is still", async () => {
    const begun: number[] = [];
    let still = false;
    const work = mapBounded([0, 1, 2, 3, 4], 2, async (item) => {
      begun.push(item);
      if (item === 0) throw new Error("no");
      await later(20);
      still = true;
    });
    await expect(work).rejects.toThrow("no");
    expect({ begun, still }).toEqual({ begun: [0, 1], still: true });
  });
});
