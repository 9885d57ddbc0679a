import { connect, startPlan } from "@trainyard/core";
import type { Ended } from "./case-report.ts";
import { caseRuntime } from "./case-runtime.ts";
import type { Fault } from "./fault.ts";
import type { FaultWorld } from "./fault-world.ts";
import { anyPlan } from "./fault-world.ts";
import { ProxiedCase } from "./proxied-case.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { seededRandom } from "./seeded-random.ts";
import type { HeldTask } from "./tasks-of.ts";
import { tasksOf } from "./tasks-of.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** How several clients start with one key. */
export interface Race {
  readonly seed: number;
  readonly number: number;
  readonly clients: number;
  /** Virtual milliseconds that the answers may take; 0 for none. */
  readonly slowest: number;
  /** Whether all look before any sends, so that all find nothing. */
  readonly isBlind: boolean;
  /** Whether some start requests are lost besides. */
  readonly isFaulty: boolean;
}

/** Runs the race on one clock, and tells how each client ended and what the instance holds. */
export async function runRace(
  { local, proxy, direct }: FaultWorld,
  race: Race,
): Promise<{ readonly ended: readonly Ended[]; readonly tasks: readonly HeldTask[] }> {
  const clock = new VirtualClock();
  const random = seededRandom(race.seed, race.number);
  const key = `race-${[race.seed, race.number, race.clients, race.slowest, race.isBlind, race.isFaulty].join("-")}`;
  const ended = await Promise.all(
    Array.from({ length: race.clients }, async (_, client): Promise<Ended> => {
      const proxied = new ProxiedCase(clock, drawPlan(race, random));
      const name = `${key}-${client}`;
      proxy.open(name, proxied);
      const runtime = caseRuntime(name, proxied, random, proxy.closedAddress);
      const instance = connect({ address: proxy.address, token: local.token, runtime });
      if (!race.isBlind) await clock.sleep(random.int(race.slowest + 1));
      return startPlan({ ...anyPlan(local), task: { description: key } }, instance, { key }).then(
        (run) => ({ run }),
        (error: unknown) => ({ error }),
      );
    }),
  );
  await clock.drained();
  return { ended, tasks: await tasksOf(direct, local.defaults.workspaceId, key) };
}

function drawPlan({ slowest, isBlind, isFaulty }: Race, random: SeededRandom) {
  const delay = (least: number): Fault => ({
    kind: "delay",
    before: least + random.int(slowest + 1),
    after: random.int(slowest + 1),
  });
  const fault: Fault = random.pick([
    { kind: "reset", acted: true },
    { kind: "reset", acted: false },
    { kind: "status", status: 503, acted: true },
    { kind: "late", seen: "reset", delay: random.int(6000) },
    { kind: "twice", answer: "second" },
  ]);
  const first = isBlind ? [{ kind: "none" } as const] : [];
  return {
    // In a blind race every request is sent later than the last look of all.
    start:
      isFaulty && random.chance(0.5) ? [fault] : slowest === 0 && !isBlind ? [] : [delay(isBlind ? 1000 : 0)],
    list: slowest === 0 ? first : [...first, delay(0), delay(0), delay(0)],
    stop: [],
  };
}
