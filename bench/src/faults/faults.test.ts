import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawCase } from "./draw-case.ts";
import type { FaultWorld } from "./fault-world.ts";
import { startFaultWorld } from "./fault-world.ts";
import { runStarts } from "./run-starts.ts";

let world: FaultWorld;
beforeAll(async () => {
  world = await startFaultWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe("starts through a network that fails", () => {
  it("lose no task, leave no duplicate running, and end in time", async () => {
    const numbers = Array.from({ length: 250 }, (_, at) => at);
    const reports = await runStarts(world, 11, numbers);
    const wrong = reports.filter((report) => report.wrong.length > 0);
    expect(wrong.map((report) => ({ replay: `--seed 11 --case ${report.number}`, ...report }))).toEqual([]);
    // The faults did happen, or this would prove nothing.
    const outcomes = new Set(reports.map(({ outcome }) => outcome));
    expect([...outcomes].sort()).toEqual(["aborted", "adopted", "ambiguous", "refused", "started"]);
    expect(reports.some(({ duplicatesStopped }) => duplicatesStopped > 0)).toBe(true);
    expect(Math.max(...reports.map(({ took }) => took))).toBeGreaterThan(60_000);
  }, 300_000);

  it("are drawn from seed and number alone", () => {
    const plain = (seed: number) => JSON.stringify(drawCase(seed, 9)).replaceAll(/"retryAfter":"[^"]*"/g, "");
    expect(plain(3)).toBe(plain(3));
    expect(plain(3)).not.toBe(plain(4));
  });
});
