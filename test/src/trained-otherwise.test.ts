import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { train } from "@trainyard/builder";
import type { Instance, TrainRun } from "@trainyard/core";
import { attach, connect, isTrainyardError } from "@trainyard/core";
import { tasksList } from "@trainyard/core/endpoints";
import { defaultRuntime } from "@trainyard/core/run";
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
/** The trap as the real app is: of a name and a release that are known to do so. */
function startTrap() {
  const trainApps = localTrainApps().map((app) =>
    app.framework === "YOLO"
      ? {
          ...app,
          name: "Train YOLO v8 - 26",
          rehearsal: false,
          env: { ...app.env, TRAINYARD_TRAP: "selects-its-own-row" },
        }
      : app,
  );
  return startLocalInstance({ dir: join(dir, `instance-${count++}`), trainApps });
}
let count = 0;

const firstPage = { page: 1, perPage: 100 };

/** Until the task of a key is there: a start that is called off before has made none. */
async function waitForTask(instance: Instance, key: string): Promise<void> {
  for (;;) {
    const { rows } = await tasksList(instance, 1, firstPage);
    if (rows.some(({ description }) => description?.includes(`[run ${key}]`))) return;
  }
}

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

  it("is started without training and told to train once it answers, where its release is known to do so", async () => {
    await using local = await startTrap();
    const { id } = await local.importProject(join(dir, "scenes"));
    const chain = train(connect({ address: local.address, token: local.token }))
      .on("auto")
      .project(id)
      .model("YOLO/YOLO26n-det")
      .tune({ epochs: 1 })
      .benchmark(false);
    const plan = await chain.plan();
    expect(plan.app).toMatchObject({ version: "v1.0.40", beginsBy: "train_from_api" });
    expect(String(plan)).toContain("on, by train_from_api once the app answers");
    const run = await chain.start();
    const experiment = await run.finished({ timeout: "60s" });
    expect(experiment.model).toBe("YOLO26n-det");
    // Nobody tells it twice: whoever comes upon it now finds it trained.
    expect((await run.startTraining()).phase).toBe("finished");
  }, 90_000);

  it("is told by whoever takes the run up, when the one that started it was gone in between", async () => {
    await using local = await startTrap();
    const { id } = await local.importProject(join(dir, "scenes"));
    // A minute in a second: others leave the one that started it its time.
    const { sleep } = defaultRuntime();
    const runtime = {
      now: () => performance.now() * 60,
      sleep: (ms: number, signal?: AbortSignal) => sleep(ms / 60, signal),
      random: () => 0,
    };
    const instance = connect({ address: local.address, token: local.token, runtime });
    const chain = train(instance)
      .on("auto")
      .project(id)
      .model("YOLO/YOLO26n-det")
      .tune({ epochs: 1 })
      .benchmark(false);
    const taken: ((key: string, taskId: number) => Promise<TrainRun>)[] = [
      async (_, taskId) => attach(instance, taskId),
      async (key) => chain.start({ key }),
    ];
    for (const [at, takeUp] of taken.entries()) {
      const key = `crash-${at}`;
      const gone = new AbortController();
      const started = errorOf(chain.start({ key, signal: gone.signal }));
      await waitForTask(instance, key);
      gone.abort(new Error("gone"));
      const error = await started;
      if (!isTrainyardError(error, "START_ABORTED")) throw error;
      const run = await takeUp(key, Number(error.facts.taskId));
      expect(run.taskId).toBe(error.facts.taskId);
      expect((await run.finished()).model).toBe("YOLO26n-det");
    }
    const { rows } = await tasksList(instance, 1, firstPage);
    expect(rows).toHaveLength(2);
  }, 120_000);
});
