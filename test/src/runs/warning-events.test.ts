import type { Problem } from "@trainyard/core";
import { attach, TrainRun, watchAll } from "@trainyard/core";
import type { WatchedEvent } from "@trainyard/core/run";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { output, type ScriptedPlatform, scriptedPlatform } from "./scripted-platform.ts";
import { VirtualClock } from "./virtual-clock.ts";

let platform: ScriptedPlatform;
beforeEach(async () => {
  platform = await scriptedPlatform();
});
afterEach(async () => {
  await platform[Symbol.asyncDispose]();
});

const warnings: readonly Problem[] = ["CLASS_WITHOUT_OBJECTS", "START_UNCHECKED"].map((code) => ({
  ...{ code, severity: "warning", path: "classes", message: `Something of ${code}.`, hint: "Look." },
}));
const told = warnings.map((problem) => ({ type: "warning", problem }));
const connected = () => platform.connect(new VirtualClock().runtime(platform.directly));
const started = (taskId: number) => new TrainRun(connected(), taskId, { warnings });
const finished = () => {
  const task = platform.addTask({ status: "finished" });
  task.meta.output = output;
  return task.id;
};
async function all(events: AsyncIterable<WatchedEvent>): Promise<readonly WatchedEvent[]> {
  const got: WatchedEvent[] = [];
  for await (const event of events) got.push(event);
  return got;
}
const said = ({ cursor: _, ...event }: WatchedEvent) => event;

describe("the warnings of a start", () => {
  it("are the run's first events, before anything was heard of its task", async () => {
    const id = finished();
    const events: WatchedEvent[] = [];
    for await (const event of started(id).events()) {
      if (event.type !== "warning" && events.length === 2) expect(events.map(said)).toEqual(told);
      events.push(event);
    }
    expect(events.map(({ type }) => type)).toEqual(["warning", "warning", "asked", "experiment", "task"]);
  });

  it("are told even while the instance does not answer", async () => {
    platform.scripts.set("*", () => ({ status: 503, json: {} }));
    platform.scripts.set("tasks.info", () => ({ status: 503, json: {} }));
    for await (const event of started(platform.addTask().id).events()) {
      expect(said(event)).toEqual(told[0]);
      break;
    }
  });

  it("are not told again after a resume, which tells all the rest: from any cursor, in this process or another", async () => {
    const { id } = platform.addTask({ status: "error", error: "boom" });
    const whole = await all(started(id).events());
    for (const [at, { cursor }] of whole.entries()) {
      const here = await all(started(id).events({ since: cursor }));
      expect(here.map(said)).toEqual(whole.slice(at + 1).map(said));
      const elsewhere = await all(attach(connected(), id).events({ since: cursor }));
      expect(elsewhere.map(said)).toEqual(whole.slice(Math.max(2, at + 1)).map(said));
    }
  });

  it("are unknown to a run that was attached", async () => {
    const events = await all(attach(connected(), finished()).events());
    expect(events.map(({ type }) => type)).not.toContain("warning");
  });

  it("stand in the state, whose phase they leave alone", async () => {
    const id = finished();
    const states: (readonly [string, string, number])[] = [];
    await started(id).finished({
      onEvent: ({ type }, state) => states.push([type, state.phase, state.warnings.length]),
    });
    expect(states.slice(0, 3)).toEqual([
      ["warning", "queued", 1],
      ["warning", "queued", 2],
      ["asked", "queued", 2],
    ]);
    expect((await started(id).status()).warnings).toEqual(warnings);
    expect((await attach(connected(), id).status()).warnings).toEqual([]);
  });

  it("come first of each of several runs that are watched at once", async () => {
    const [one, other] = [started(finished()), attach(connected(), finished())];
    const types = new Map<TrainRun, string[]>([one, other].map((run) => [run, []]));
    for await (const news of watchAll([one, other]))
      types.get(news.run)?.push("event" in news ? news.event.type : "error");
    expect(types.get(one)?.slice(0, 3)).toEqual(["warning", "warning", "asked"]);
    expect(types.get(other)).not.toContain("warning");
  });
});
