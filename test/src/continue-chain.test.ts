import { join } from "node:path";
import { tags, train } from "@trainyard/builder";
import { finetune, rerun } from "@trainyard/builder/continue";
import type { Experiment } from "@trainyard/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
let first: Experiment;

beforeAll(async () => {
  world = await startSampleWorld(12);
  const run = await train(world.instance)
    .on("auto")
    .project(world.project.id)
    .model("YOLO/YOLO26n-det")
    .classes("car")
    .split(tags("train", "val"))
    .hyperparameters("epochs: 1\nbatch: 4\n")
    .benchmark(false)
    .export("onnx")
    .start();
  first = await run.finished({ timeout: "60s" });
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

describe("a chain that goes on from an earlier training", () => {
  it("is whole by itself, prints how it began, and has nothing to check yet", () => {
    const chain = rerun(303).tune({ epochs: 100 });
    expect(chain.check()).toEqual([]);
    expect(String(chain)).toBe('rerun(303)\n  .tune({"epochs":100})');
  });

  it("plans the same training again, and says that nothing is unlike it", async () => {
    const plan = await rerun(first, world.instance).plan();
    expect(plan.details.unlike).toEqual({ taskId: first.taskId, changes: [] });
    expect(String(plan)).toContain(`Unlike task ${first.taskId}\n  nothing`);
    expect(plan.training).toMatchObject({ classes: ["car"], exports: ["onnx"], benchmark: false });
    expect(plan.training).toMatchObject({ split: tags("train", "val") });
    expect(plan.details.images).toMatchObject({
      train: first.record.train_size,
      val: first.record.val_size,
    });
  });

  it("says what is unlike it, value by value, and who said so", async () => {
    const plan = await rerun(first.taskId, world.instance).tune({ epochs: 2 }).benchmark().plan();
    expect(plan.details.unlike?.changes).toEqual([
      { path: "benchmark", before: false, after: true },
      { path: "hyperparameters.epochs", before: 1, after: 2 },
    ]);
    expect(String(plan)).toContain("hyperparameters.epochs: 1 → 2");
    expect(String(plan)).toContain(`chain .benchmark() (over rerun(${first.taskId}): false)`);
  });

  it("trains by itself: the best checkpoint on another project, by the settings of the first", async () => {
    const other = await world.local.importProject(join(world.dir, "scenes"), { name: "other" });
    const chain = finetune(first, world.instance).project(other.id).tune({ epochs: 2 });
    const plan = await chain.plan();
    expect(plan.training).toMatchObject({
      model: { from: "experiment", taskId: first.taskId, checkpoint: "best.pt" },
      split: { by: "random", percent: 80 },
      classes: ["car"],
    });
    expect(plan.details.unlike?.changes.map(({ path }) => path)).toContain("project");
    const experiment = await (await chain.start()).finished({ timeout: "60s" });
    expect(experiment.projectId).toBe(other.id);
    expect(Object.keys(experiment.exports)).toEqual(["ONNXRuntime"]);
  }, 60_000);

  it("names the task that left no experiment", async () => {
    await expect(rerun(4711, world.instance).plan()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
