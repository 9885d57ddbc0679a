import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StartOutcome, StartStep } from "./next-start-step.ts";
import { heard, newStart, nextStartStep } from "./next-start-step.ts";
import type { SendFate } from "./send-fate.ts";

/** What the world does with each request and each look-up, until it runs out of ideas and all goes well. */
interface World {
  readonly shared: boolean;
  readonly sends: readonly {
    fate: SendFate | "created";
    acts: boolean;
    /** Whether the network sent the request twice, the second a little later. */
    doubled: boolean;
    late: number;
    retryAfter: number;
  }[];
  readonly looksFail: readonly boolean[];
  readonly othersAt: number | undefined;
  readonly noMoreSendsAt: number;
}
/** Milliseconds after which a request of this fate can no longer arrive. */
const reach = { created: 0, unsent: 0, refused: 0, declined: 0, lost: 8900, slow: 16_900 };

const world: fc.Arbitrary<World> = fc.record({
  shared: fc.boolean(),
  sends: fc.array(
    fc.record({
      fate: fc.constantFrom<SendFate | "created">("created", "unsent", "refused", "declined", "lost", "slow"),
      acts: fc.boolean(),
      doubled: fc.boolean(),
      late: fc.nat(20_000),
      retryAfter: fc.constantFrom(0, 0, 0, 3000, 60_000),
    }),
    { maxLength: 6 },
  ),
  looksFail: fc.array(fc.boolean(), { maxLength: 12 }),
  othersAt: fc.option(fc.nat(5000), { nil: undefined }),
  noMoreSendsAt: fc.constantFrom(0, 5000, 180_000),
});

/** Plays a start against the world, and gives its steps, its end and the tasks that there are, by id. */
function play({ shared, sends, looksFail, othersAt, noMoreSendsAt }: World) {
  const tasks: { id: number; at: number }[] = [];
  const steps: { step: StartStep; now: number; outcome?: StartOutcome }[] = [];
  let state = newStart(shared);
  let now = 0;
  let looks = 0;
  const add = (at: number) => {
    const id = tasks.length + 1;
    tasks.push({ id, at });
    return id;
  };
  if (shared && othersAt !== undefined) add(othersAt);
  const idsAt = (time: number) => tasks.filter(({ at }) => at <= time).map(({ id }) => id);
  const send = (): StartOutcome => {
    const { fate, acts, doubled, late, retryAfter } = sends[state.sends] ?? {
      fate: "created",
      acts: true,
      doubled: false,
      late: 0,
      retryAfter: 0,
    };
    if (fate === "created") return { is: "created", id: add(now) };
    if (fate !== "unsent" && acts) {
      const arrival = now + Math.min(late, reach[fate]);
      add(arrival);
      if (doubled && reach[fate] > 0) add(Math.min(arrival + 900, now + reach[fate]));
    }
    return { is: "not-created", fate, retryAfter };
  };
  for (let count = 0; count < 200; count++) {
    const limits = { noMoreSends: now >= noMoreSendsAt && state.sends > 0, noMoreLooks: now >= 270_000 };
    const step = nextStartStep(state, limits);
    if (step.do === "settle" || step.do === "give-up") return { steps, end: step, tasks, now, state };
    now += step.wait;
    const fails = step.do === "look" && looksFail[looks++] === true;
    const outcome: StartOutcome = fails
      ? { is: "look-failed", passes: true }
      : step.do === "look"
        ? { is: "looked", ids: idsAt(now) }
        : send();
    steps.push({ step, now, outcome });
    state = heard(state, outcome);
  }
  throw new Error("It does not end.");
}

describe("the steps of a start", () => {
  it("end, and send at most four times", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { steps } = play(given);
        expect(steps.filter(({ step }) => step.do === "send").length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 1000 },
    );
  });

  it("never send again but after looks that found nothing, the last of them well after the request", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { steps } = play(given);
        steps.forEach(({ step, now }, at) => {
          if (step.do !== "send") return;
          const last = steps.slice(0, at).findLast((one) => one.step.do === "send");
          const fate = last?.outcome?.is === "not-created" ? last.outcome.fate : undefined;
          if (last === undefined || fate === "unsent") return;
          const least = { refused: Number.POSITIVE_INFINITY, declined: 1000, lost: 7000, slow: 15_000 };
          expect(now - last.now).toBeGreaterThanOrEqual(
            fate === undefined ? Number.POSITIVE_INFINITY : least[fate],
          );
          const between = steps.slice(steps.indexOf(last) + 1, at).flatMap(({ outcome }) => outcome ?? []);
          expect(between.at(-1)).toEqual({ is: "looked", ids: [] });
          expect(between.some((one) => one.is === "looked" && one.ids.length > 0)).toBe(false);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("settle on the lowest of all tasks that there are, and know every other, unless a look-up failed", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { end, tasks, now } = play(given);
        if (end.do !== "settle") return;
        expect(end.ids).toEqual([...end.ids].sort((a, b) => a - b));
        if (end.unchecked) return;
        // Whoever shares the key and comes later finds ours, and gives way.
        const ours = tasks.filter(
          (task) => task.at <= now || !(given.shared && task.id === 1 && given.othersAt !== undefined),
        );
        expect(end.ids).toEqual(ours.map(({ id }) => id));
      }),
      { numRuns: 1000 },
    );
  });

  it("never say that nothing was created when something was, or still will be", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { end, tasks } = play({ ...given, othersAt: undefined });
        if (end.do === "give-up" && end.because === "absent") expect(tasks).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("wait as long as the instance asks before they send again", () => {
    let state = heard(newStart(false), { is: "not-created", fate: "declined", retryAfter: 30_000 });
    const sound = { noMoreSends: false, noMoreLooks: false };
    expect(nextStartStep(state, sound)).toEqual({ do: "look", wait: 0 });
    state = heard(state, { is: "looked", ids: [] });
    expect(nextStartStep(state, sound)).toEqual({ do: "look", wait: 30_000 });
    expect(nextStartStep(heard(state, { is: "looked", ids: [] }), sound)).toEqual({ do: "send", wait: 0 });
  });
});
