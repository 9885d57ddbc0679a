import { isTrainyardError } from "@trainyard/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FaultWorld } from "./fault-world.ts";
import { startFaultWorld } from "./fault-world.ts";
import { runRace } from "./run-race.ts";

let world: FaultWorld;
beforeAll(async () => {
  world = await startFaultWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const seed = 7;
const rounds = Array.from({ length: 4 }, (_, number) => number);
const races = [2, 5].flatMap((clients) => [
  { clients, slowest: 0, isBlind: false, isFaulty: false, name: "at once" },
  { clients, slowest: 0, isBlind: true, isFaulty: false, name: "after all looked and found nothing" },
  { clients, slowest: 2000, isBlind: false, isFaulty: false, name: "on a slow instance" },
  { clients, slowest: 2000, isBlind: true, isFaulty: false, name: "on a slow instance, after all looked" },
  { clients, slowest: 2000, isBlind: true, isFaulty: true, name: "on a slow instance that loses requests" },
]);

describe("clients that start with one key", () => {
  it.each(races)(
    "$clients of them $name end with one task, and agree",
    async (race) => {
      for (const number of rounds) {
        const { ended, tasks } = await runRace(world, { ...race, seed, number });
        const again = `seed ${seed}, race ${number}: ${JSON.stringify(tasks)}`;
        const runs = ended.flatMap((one) => ("run" in one ? [one.run] : []));
        const lowest = tasks[0]?.id;
        expect(
          ended.flatMap((one) => ("error" in one ? [one.error] : [])).filter((e) => !isTrainyardError(e)),
          again,
        ).toEqual([]);
        expect(runs.length, again).toBe(race.clients);
        expect(
          tasks.filter(({ status }) => status === "started").map(({ id }) => id),
          again,
        ).toEqual([lowest]);
        expect([...new Set(runs.map((run) => run.taskId))], again).toEqual([lowest]);
        expect(runs.filter((run) => !run.adopted).length, again).toBeLessThanOrEqual(1);
        // Each task too many was stopped by someone who tells of it.
        const told = new Set(runs.flatMap((run) => run.warnings.map(({ value }) => JSON.stringify(value))));
        expect(
          tasks.slice(1).every(({ id }) => told.has(JSON.stringify({ taskId: id }))),
          again,
        ).toBe(true);
        if (race.isBlind && !race.isFaulty) expect(tasks.length, again).toBe(race.clients);
      }
    },
    180_000,
  );
});
