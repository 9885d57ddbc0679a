import { tags, train } from "@trainyard/builder";
import { sweep } from "@trainyard/builder/sweep";
import { connect } from "@trainyard/core";
import { compare, listExperiments } from "@trainyard/core/compare";
import { tasksList } from "@trainyard/core/endpoints";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
beforeAll(async () => {
  world = await startSampleWorld(12);
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

const base = () =>
  train(world.instance)
    .project(world.project.id)
    .model("YOLO/YOLO26n-det")
    .split(tags("train", "val"))
    .tune({ epochs: 1 })
    .speedtest(false);
const taskCount = async () => (await tasksList(world.instance, 1, { page: 1, perPage: 100 })).rows.length;

describe("a sweep on an embedded instance", () => {
  it("goes on after a training that fails, and compares the others", async () => {
    const points = sweep(base(), { model: ["YOLO/YOLO26n-det", "YOLO/YOLO26n-seg", "YOLO/YOLO26s-det"] });
    const run = points.start({ agents: "any", perAgent: 2, key: "three" });
    const { outcomes, experiments, comparison, best } = await run.finished();
    expect(outcomes.map(({ error }) => (error === undefined ? "finished" : "failed"))).toEqual([
      ...["finished", "failed", "finished"],
    ]);
    expect(experiments).toHaveLength(2);
    expect(comparison?.differences.map(({ name }) => name)).toContain("model");
    expect(comparison?.apart).toEqual([]);
    expect(best?.metrics.mAP).toBe(Math.max(...experiments.map(({ metrics }) => metrics.mAP ?? 0)));
    expect(`${run}`).toBe("Sweep three: 2 finished, 0 running, 1 failed, 0 waiting");
  }, 60_000);

  it("starts only what is missing when it is started again with its key, wherever it was cut off", async () => {
    const before = await taskCount();
    const points = sweep(base().benchmark(false), { "tune.epochs": [1, 2, 3, 4, 5] });
    for (const cut of [1, 3, 6]) {
      const stop = new AbortController();
      let seen = 0;
      const run = points.start({
        ...{ agents: [world.local.defaults.agentId], perAgent: 2, key: "cut", signal: stop.signal },
        onEvent: () => {
          if (++seen === cut) stop.abort(new Error("cut off"));
        },
      });
      await expect(run.finished()).rejects.toThrow("cut off");
    }
    const { experiments } = await points.start({ agents: ["local"], key: "cut" }).finished();
    expect(experiments.map(({ record }) => record.experiment_name).length).toBe(5);
    expect(await taskCount()).toBe(before + 5);
  }, 90_000);

  it("stops as a whole, and says what became of each", async () => {
    const run = sweep(base().benchmark(false), { "tune.epochs": [400, 401, 402] }).start({
      ...{ agents: "any" as const, perAgent: 2, key: "stopped" },
    });
    while (run.outcomes.length < 2) await new Promise((done) => setTimeout(done, 50));
    const states = await run.stop();
    expect(states).toMatchObject([{ phase: "stopped" }, { phase: "stopped" }]);
    expect((await run.finished()).experiments).toEqual([]);
  }, 60_000);

  it("takes at most a request each and a few shared ones to plan a hundred trainings", async () => {
    let requests = 0;
    const counting: typeof fetch = (input, init) => {
      requests++;
      return fetch(input, init);
    };
    const { address, token } = world.local;
    const instance = connect({ address, token, runtime: { fetch: counting } });
    const seeds = Array.from({ length: 100 }, (_, at) => at);
    const plans = await sweep(base().at(instance).on("auto"), { "tune.seed": seeds }).plan();
    expect(plans).toHaveLength(100);
    expect(requests).toBeLessThan(20);
  });
});

describe("experiments of an instance", () => {
  it("are listed newest first, by what they are of", async () => {
    const all = await listExperiments(world.instance);
    expect(all.map(({ taskId }) => taskId)).toEqual(all.map(({ taskId }) => taskId).sort((a, b) => b - a));
    const filter = { project: world.project.id, framework: "yolo", model: "26s" };
    expect(await listExperiments(world.instance, filter)).toHaveLength(1);
    expect(await listExperiments(world.instance, { since: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await listExperiments(world.instance, { task: "pose estimation" })).toEqual([]);
  });

  it("are not ranked when their files do not prove that they may be", async () => {
    const other = await base().split(tags("val", "train")).on("auto").start();
    const { taskId } = await other.finished({ timeout: "60s" });
    const [newest] = await listExperiments(world.instance, { model: "26s" });
    const comparison = await compare(world.instance, [taskId, newest ?? 0]);
    expect(comparison.apart).toEqual(["They were validated on different images."]);
    expect(comparison.best("mAP")).toBeUndefined();
    expect(String(comparison)).toContain("Not ranked: They were validated on different images.");
    expect(comparison.toCsv().split("\n")[0]).toMatch(/^,/);
    expect(comparison.toHtml()).toContain("<svg");
    await expect(compare(world.instance, [taskId])).rejects.toThrow("two experiments or more");
    await expect(compare(world.instance, [taskId, 4711])).rejects.toThrow("4711");
  }, 60_000);
});
