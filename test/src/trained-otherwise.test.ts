import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { train } from "@trainyard/builder";
import { attach, connect, isTrainyardError } from "@trainyard/core";
import { localTrainApps, startLocalInstance, writeSampleProject } from "@trainyard/local";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => value,
    (error: unknown) => error,
  );

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "trainyard-trap-"));
  await writeSampleProject(join(dir, "scenes"), { images: 8 });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe("a training app that selects a row of its own after it has loaded what it was asked", () => {
  it("trains another model, and finished() names both instead of reporting success", async () => {
    const trap = { TRAINYARD_TRAP: "selects-its-own-row" };
    const trainApps = localTrainApps().map((app) => ({ ...app, env: { ...app.env, ...trap } }));
    await using local = await startLocalInstance({ dir: join(dir, "instance"), trainApps });
    const { id } = await local.importProject(join(dir, "scenes"));
    const instance = connect({ address: local.address, token: local.token });
    const run = await train(instance)
      .on("auto")
      .project(id)
      .model("YOLO/YOLO26n-det")
      .tune({ epochs: 1 })
      .benchmark(false)
      .start();
    const kinds: string[] = [];
    const error = await errorOf(run.finished({ timeout: "60s", onEvent: ({ type }) => kinds.push(type) }));
    if (!isTrainyardError(error, "TRAINED_OTHERWISE")) throw error;
    expect(error.message).toContain('model "YOLO26s-det", and was asked for "YOLO26n-det"');
    expect(error.facts).toMatchObject({
      taskId: run.taskId,
      drift: [{ path: "model", asked: "YOLO26n-det", effective: "YOLO26s-det" }],
      experiment: { model_name: "YOLO26s-det", task_id: run.taskId },
    });
    expect(kinds).toContain("drift");

    // Whoever attaches later, or asks for the experiment alone, is told the same.
    const later = attach(instance, run.ref);
    expect(await errorOf(later.finished({ timeout: "60s" }))).toMatchObject({ code: "TRAINED_OTHERWISE" });
    expect(await errorOf(later.experiment())).toMatchObject({ code: "TRAINED_OTHERWISE" });
    expect((await later.drift()).drift).toContainEqual({
      path: "model",
      asked: "YOLO26n-det",
      effective: "YOLO26s-det",
    });
  }, 90_000);
});
