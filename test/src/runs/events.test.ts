import { attach, type RunEvent } from "@trainyard/core";
import type { LogRecord, WatchedEvent } from "@trainyard/core/run";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { output, type ScriptedPlatform, scriptedPlatform } from "./scripted-platform.ts";
import { VirtualClock } from "./virtual-clock.ts";

let platform: ScriptedPlatform;
beforeEach(async () => {
  platform = await scriptedPlatform();
});
afterEach(async () => {
  await platform[Symbol.asyncDispose]();
});

const start = Date.parse("2026-01-01T00:00:00Z");
const record = (message: string, ms: number, more: Partial<LogRecord> = {}): LogRecord => ({
  ...{ message, level: "info", timestamp: new Date(start + ms).toISOString() },
  ...more,
});
/** A handle as another process would have it. */
const handle = (taskId: number, clock = new VirtualClock()) =>
  attach(platform.connect(clock.runtime(platform.directly)), taskId);
/** What an event says, without where it stands. */
const said = ({ cursor: _, ...event }: WatchedEvent): RunEvent => event;
async function all(
  events: AsyncIterable<WatchedEvent>,
  max = Number.POSITIVE_INFINITY,
): Promise<WatchedEvent[]> {
  const got: WatchedEvent[] = [];
  if (max === 0) return got;
  for await (const event of events) if (got.push(event) >= max) break;
  return got;
}

describe("the events of a run", () => {
  it("go on in another process from the cursor of any event, without repeats or gaps", async () => {
    const step = fc.record({ ms: fc.constantFrom(0, 0, 1, 900), text: fc.constantFrom("same", "a", "b") });
    const log = fc.array(step, { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(log, fc.nat(1000), fc.nat(1000), async (steps, cutAt, moreAt) => {
        let ms = 0;
        const records = steps.map(({ ms: more, text }) => {
          ms += more;
          return record(text, ms);
        });
        const split = moreAt % (records.length + 1);
        const task = platform.addTask({
          status: "started",
          log: records.slice(0, split),
          app: {
            is_running: { running: true },
            train_status: { status: "Status: Training is in progress..." },
          },
        });
        // The task, what was asked, the app, and the log's records so far.
        const before = await all(handle(task.id).events(), (cutAt % (split + 3)) + 1);
        task.log.push(...records.slice(split));
        Object.assign(task, { status: "finished", app: undefined });
        task.meta.output = output;
        const cursor = before.at(-1)?.cursor ?? "";
        expect(cursor).toMatch(/^[\w-]+$/);
        const after = await all(handle(task.id).events({ since: cursor }));
        const texts = [...before, ...after].flatMap((event) =>
          event.type === "log" ? [`${event.record.timestamp} ${event.record.message}`] : [],
        );
        expect(texts).toEqual(records.map(({ timestamp, message }) => `${timestamp} ${message}`));
        const statuses = [...before, ...after].flatMap((event) =>
          event.type === "task" ? [event.status] : [],
        );
        expect(statuses).toEqual(["started", "finished"]);
        expect(after.map(({ type }) => type).slice(-2)).toEqual(["experiment", "task"]);
        // The experiment is told once, whoever goes on after it.
        const last = await all(handle(task.id).events({ since: after.at(-2)?.cursor ?? "" }));
        expect(last.map(({ type }) => type)).toEqual(["task"]);
        // At the end there is nothing to go on with, and the watching ends as well.
        expect(await all(handle(task.id).events({ since: after.at(-1)?.cursor ?? "" }))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("are the same for everybody who comes later", async () => {
    const task = platform.addTask({
      status: "finished",
      log: Array.from({ length: 2500 }, (_, index) => record(`line ${index}`, Math.floor(index / 3))),
    });
    task.meta.output = output;
    const [first, second] = [await all(handle(task.id).events()), await all(handle(task.id).events())];
    expect(first.map(said)).toEqual(second.map(said));
    expect(first.filter(({ type }) => type === "log")).toHaveLength(2500);
    expect(await handle(task.id).logs()).toHaveLength(2500);
  });

  it("are each told once, in order, through breaking connections and pages of the server's own length", async () => {
    const clock = new VirtualClock();
    const task = platform.addTask({ status: "started" });
    platform.pageLimit = 7;
    let requests = 0;
    const add = () => {
      const from = task.log.length;
      if (from < 60)
        task.log.push(
          ...Array.from({ length: 5 }, (_, index) => record(`line ${from + index}`, from * 10 + index)),
        );
      else Object.assign(task, { status: "error", error: "boom" });
    };
    platform.scripts.set("tasks.info", () => {
      add();
      return ++requests % 3 === 0 ? "reset" : undefined;
    });
    platform.scripts.set("tasks.log.download", () => {
      const kind = ++requests % 4;
      return kind === 1 ? "reset" : kind === 2 ? { status: 503, json: {} } : undefined;
    });
    const socketRun = attach(platform.connect(clock.runtime()), task.id);
    const events = await all(socketRun.events());
    const lines = events.flatMap((event) => (event.type === "log" ? [event.record.message] : []));
    expect(lines).toEqual(Array.from({ length: task.log.length }, (_, index) => `line ${index}`));
    expect(events.at(-1)).toMatchObject({ type: "task", status: "error", error: "boom" });
    expect(clock.sleepers).toBe(0);
  });

  it("say so when the instance holds records back", async () => {
    const task = platform.addTask({
      status: "finished",
      log: ["a", "b", "c", "d"].map((text) => record(text, 5)),
    });
    task.log.push(record("later", 6));
    platform.pageLimit = 3;
    const events = await all(handle(task.id).events());
    expect(events.map(({ type }) => type)).toEqual(["asked", "log", "log", "log", "log-gap", "log", "task"]);
  });

  it("are plain data", async () => {
    const task = platform.addTask({ status: "stopped", log: [record("bye", 0)] });
    const events = await all(handle(task.id).events());
    expect(JSON.parse(JSON.stringify(events))).toEqual(events.map((event) => ({ ...event })));
    expect(events.every((event) => Object.isFrozen(event))).toBe(true);
    expect(
      events.map(({ cursor }) => atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))).join(),
    ).not.toContain("bye");
  });

  it("refuse a cursor that is none, or another run's", async () => {
    const [one, two] = [platform.addTask({ status: "stopped" }), platform.addTask({ status: "stopped" })];
    const [event] = await all(handle(one.id).events(), 1);
    for (const since of [event?.cursor ?? "", "nonsense", "", btoa("{}")]) {
      const error = await failure(all(handle(two.id).events({ since })));
      expect(error.code).toBe("INPUT_INVALID");
    }
  });
});
