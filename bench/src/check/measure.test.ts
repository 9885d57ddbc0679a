import { describe, expect, it } from "vitest";
import { measure } from "./measure.ts";

describe("the times of works", () => {
  it("are of the first call, and the median and the 95th percentile of all later ones", () => {
    let clock = 0;
    let calls = 0;
    // First 50 ms, then 10 unmeasured calls, then 1, 2 … 100 ms.
    const slower = () => {
      clock += calls === 0 ? 50 : Math.max(0, calls - 10);
      calls++;
    };
    const steady = () => {
      clock += 3;
    };
    const times = measure({ slower, steady }, 100, () => clock);
    expect(calls).toBe(111);
    expect(times.get("slower")).toEqual({ first: 50, median: 50, p95: 95 });
    expect(times.get("steady")).toEqual({ first: 3, median: 3, p95: 3 });
  });
});
