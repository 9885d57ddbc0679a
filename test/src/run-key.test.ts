import { random, train } from "@trainyard/builder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
beforeAll(async () => {
  world = await startSampleWorld(8);
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

const chain = () =>
  train(world.instance)
    .on("auto")
    .project(world.project.id)
    .model("YOLO/YOLO26n-det")
    .tune({ epochs: 1, warmup_epochs: 1 })
    .benchmark(false);
const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a run key", () => {
  it("belongs to what it started: other settings under it are an error with each difference", async () => {
    const key = "nightly:2026-11-27";
    const first = await chain().start({ key });
    const other = await errorOf(chain().model("YOLO/YOLO26s-det").split(random(50)).start({ key }));
    expect(other).toMatchObject({ code: "KEY_REUSED", facts: { taskId: first.taskId, key, ref: first.ref } });
    expect(String(other)).toContain('guiState.model.model_name: "YOLO26n-det" → "YOLO26s-det"');
    expect(String(other)).toContain("guiState.train_val_split.percent: 80 → 50");
    // The same settings are the same run, also once it has finished, and on whatever agent.
    expect((await chain().on(1).start({ key })).taskId).toBe(first.taskId);
    await first.finished({ timeout: "60s" });
    const again = await chain().start({ key });
    expect([again.taskId, again.adopted, again.warnings]).toEqual([first.taskId, true, []]);
  }, 60_000);

  it("of a run that was stopped or failed takes up nothing silently, and says how to go on", async () => {
    const stopped = await chain().start({ key: "stopped" });
    await stopped.stop();
    const failing = () =>
      chain()
        .tune({ batch: 0 })
        .start({ key: "failed", ignore: ["HYPERPARAMETER_RANGE"] });
    const failed = await failing();
    await errorOf(failed.finished({ timeout: "60s" }));
    await failed.stop();
    for (const [start, { taskId }] of [
      [() => chain().start({ key: "stopped" }), stopped],
      [failing, failed],
    ] as const) {
      const spent = await errorOf(start());
      expect(spent).toMatchObject({ code: "KEY_SPENT", facts: { taskId } });
      expect(String(spent)).toMatch(
        /Start anew under a further key, e\.g\. ".*:2", or look at that run: attach\(instance, \d+\)/,
      );
    }
    const anew = await chain().start({ key: "stopped:2" });
    expect(anew.taskId).not.toBe(stopped.taskId);
    await anew.stop();
  }, 60_000);
});
