import { attach, type RunNews, watchAll } from "@trainyard/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { output, type ScriptedPlatform, type ScriptedTask, scriptedPlatform } from "./scripted-platform.ts";
import { VirtualClock } from "./virtual-clock.ts";

let platform: ScriptedPlatform;
let clock: VirtualClock;
beforeEach(async () => {
  platform = await scriptedPlatform();
  clock = new VirtualClock();
});
afterEach(async () => {
  await platform[Symbol.asyncDispose]();
});

const line = (message: string) => ({
  message,
  level: "info",
  timestamp: new Date(clock.now()).toISOString(),
});
const count = (endpoint: string) => platform.calls.filter((name) => name === endpoint).length;
const watched = () => {
  const instance = platform.connect(clock.runtime(platform.directly));
  return [...platform.tasks.keys()].map((id) => attach(instance, id));
};

describe("watchAll()", () => {
  it("tells of twelve runs with one list per workspace and interval, not a request for each", async () => {
    for (let index = 0; index < 12; index++) platform.addTask({ workspaceId: 1 + (index % 2) });
    const begun = clock.now();
    const order: string[] = [];
    let lists = 0;
    platform.scripts.set("tasks.list", () => {
      lists++;
      const minutes = (clock.now() - begun) / 60_000;
      for (const task of platform.tasks.values()) {
        if (minutes > task.id / 20 && task.status === "queued") {
          task.status = "started";
          task.log.push(line(`task ${task.id} trains`));
        }
        if (minutes > 1.5 && task.status === "started") {
          task.status = task.id === 7 ? "error" : "finished";
          if (task.id !== 7) task.meta.output = output;
        }
      }
      return undefined;
    });
    const last = new Map<number, RunNews>();
    for await (const news of watchAll(watched())) {
      last.set(news.run.taskId, news);
      if ("event" in news && news.event.type === "log") order.push(news.event.record.message);
    }
    const phases = [...last.values()].map((news) => ("state" in news ? news.state.phase : "error"));
    expect(phases.filter((phase) => phase === "finished")).toHaveLength(11);
    expect(phases.filter((phase) => phase === "failed")).toHaveLength(1);
    expect(new Set(order).size).toBe(12);
    expect(order).toHaveLength(12);
    // Once at first, for the workspace, and once at the end, for what it put out.
    expect(count("tasks.info")).toBeLessThanOrEqual(2 * 12 + 1);
    const minutes = (clock.now() - begun) / 60_000;
    expect(lists / minutes / 2).toBeLessThan(121);
    expect(clock.sleepers).toBe(0);
  }, 60_000);

  it("tells of a run that was deleted with its error, and goes on with the others", async () => {
    const [first, second] = [
      platform.addTask({ status: "started" }),
      platform.addTask({ status: "started" }),
    ];
    const instance = platform.connect(clock.runtime(platform.directly));
    const told: string[] = [];
    for await (const news of watchAll([attach(instance, first.id), attach(instance, second.id)])) {
      told.push(
        "error" in news
          ? `${news.run.taskId} ${String(news.error)}`
          : `${news.run.taskId} ${news.state.phase}`,
      );
      platform.tasks.delete(first.id);
      if ("error" in news) Object.assign(second, { status: "finished", meta: { ...second.meta, output } });
    }
    expect(told.find((text) => text.includes("There is no task 1"))).toBeDefined();
    expect(told.at(-1)).toBe("2 finished");
  });

  it("outlives an instance that is down, and ends by its signal", async () => {
    const task: ScriptedTask = platform.addTask({ status: "started" });
    const begun = clock.now();
    const stop = new AbortController();
    platform.scripts.set("*", () => (clock.now() - begun < 600_000 ? "reset" : undefined));
    const run = attach(platform.connect(clock.runtime(platform.directly)), task.id);
    const told: string[] = [];
    await expect(
      (async () => {
        for await (const news of watchAll([run], { signal: stop.signal })) {
          told.push("event" in news ? news.event.type : "error");
          stop.abort(new Error("enough"));
        }
      })(),
    ).rejects.toThrow("enough");
    expect(told).toEqual(["task", "asked"]);
  });

  it("has nothing to wait for without runs", async () => {
    for await (const _ of watchAll([])) throw new Error("There is nothing to tell.");
  });
});
