import { describe, expect, it } from "vitest";
import { countResults } from "./count-results.ts";

describe("what counts as a result", () => {
  it.each([
    ["a script's last line", "ok  a\nFAILED b\n1 passed, 1 failed\n", 1, { passed: 1, failed: 1 }],
    [
      "vitest's summary",
      " Test Files  1 passed (1)\n      Tests  2 failed | 3 passed (5)\n",
      1,
      { passed: 3, failed: 2 },
    ],
    ["a summary without failures", "      Tests  3 passed | 1 skipped (4)\n", 0, { passed: 3, failed: 0 }],
    ["a script that died before its last line", "ok  a\n", 1, { passed: 0, failed: 1 }],
    ["a script that ended badly after it", "4 passed, 0 failed\n", 137, { passed: 4, failed: 1 }],
    ["a killed script", "", null, { passed: 0, failed: 1 }],
    ["a script without checks", "0 passed, 0 failed\n", 0, { passed: 0, failed: 1 }],
    [
      "a check's text that only looks like it",
      "ok  says 9 passed, 9 failed in words\n2 passed, 0 failed",
      0,
      { passed: 2, failed: 0 },
    ],
  ])("is read from %s", (_, output, code, counts) => {
    expect(countResults(output, code)).toEqual(counts);
  });
});
