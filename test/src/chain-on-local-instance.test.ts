import { anyModel, collections, datasets, random, tags, train } from "@trainyard/builder";
import type { Instance } from "@trainyard/core";
import { attach, connect, isTrainyardError, TrainApi } from "@trainyard/core";
import type { ImportedProject, LocalInstance } from "@trainyard/local";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
let local: LocalInstance;
let project: ImportedProject;
let instance: Instance;

beforeAll(async () => {
  world = await startSampleWorld(24);
  ({ local, project, instance } = world);
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

const chain = () => train(instance).on(local.defaults.agentId).project(project.id).model("YOLO/YOLO26s-det");
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: unknown) => (isTrainyardError(error) ? `${error.code}: ${error.message}` : String(error)),
  );

describe("the chain on an embedded instance", () => {
  it("trains to an experiment with a checkpoint, metrics and an ONNX file, and says it is a rehearsal", async () => {
    const run = await chain().split(tags("train", "val")).tune({ epochs: 2 }).export("onnx").start();
    const phases = new Set<string>();
    const experiment = await run.finished({ timeout: "60s", onEvent: (_, state) => phases.add(state.phase) });
    expect(experiment).toMatchObject({
      framework: "YOLO",
      model: "YOLO26s-det",
      taskId: run.taskId,
      bestCheckpoint: `/experiments/${project.id}_scenes/${run.taskId}_YOLO/checkpoints/best.pt`,
      exports: { ONNXRuntime: `/experiments/${project.id}_scenes/${run.taskId}_YOLO/export/best.onnx` },
    });
    expect(experiment.metrics.AP50).toBeTypeOf("number");
    expect(experiment.record.rehearsal).toBe(true);
    expect(phases).toContain("finished");

    // Another process would find the same run by its ref, and train its checkpoint on.
    expect(await attach(instance, run.ref).experiment()).toEqual(experiment);
    const again = await train(instance)
      .on("auto")
      .project(project.id)
      .model(experiment.bestCheckpoint)
      .tune({ epochs: 1 })
      .start();
    expect((await again.finished({ timeout: "60s" })).model).toBe("YOLO26s-det");
  }, 60_000);

  it("takes each of the other splits, and a subset of the classes", async () => {
    const [dataset] = project.datasets;
    const train1 = local.addCollection(project.id, "train", [1, 2, 3, 4, 5, 6]);
    const val1 = local.addCollection(project.id, "val", [7, 8]);
    expect(dataset?.name).toBe("scenes");
    for (const split of [random(75), collections([train1.id], [val1.id])]) {
      const run = await chain().split(split).classes("car").tune({ epochs: 1 }).benchmark(false).start();
      const experiment = await run.finished({ timeout: "60s" });
      expect(experiment.record.train_size).toBe(split.by === "random" ? 18 : 6);
      expect(experiment.metrics).toEqual({});
    }
  }, 60_000);

  it("reads hyperparameters as the real app does: lr0: 1e-4 is text, of which the log warns and the training fails", async () => {
    const ignore = ["HYPERPARAMETER_TYPE", "HYPERPARAMETERS_MISSING_KEYS"];
    const run = await chain().hyperparameters("epochs: 1\nbatch: 4\nlr0: 1e-4\n").start({ ignore });
    expect(await failure(run.finished({ timeout: "60s" }))).toMatch(/^TASK_FAILED: .*Write 0\.0001\./);
    const lines = (await run.logs()).map(({ message }) => message);
    expect(lines.find((line) => line.startsWith("Hyperparameters: "))).toMatch(/1e-4 is text, not a number/);
  }, 60_000);

  it("gives one task for two starts with one key", async () => {
    const first = await chain().tune({ epochs: 1 }).start({ key: "nightly" });
    const second = await chain().tune({ epochs: 1 }).start({ key: "nightly" });
    expect(second.taskId).toBe(first.taskId);
    expect(second.adopted).toBe(true);
    await first.finished({ timeout: "60s" });
  }, 60_000);

  it("stops a training, and tells stopped from failed", async () => {
    const run = await chain().start();
    await run.ready({ timeout: "30s" });
    await run.stop();
    expect(await failure(run.finished())).toContain("TASK_STOPPED");
  }, 60_000);

  it("tells a training that fails, with the app's own reason", async () => {
    const run = await chain()
      .split(datasets([project.datasets[0]?.id ?? 0], [999]))
      .start()
      .catch((error: unknown) => error);
    expect(String(run)).toContain("The project has no dataset 999");
    const empty = await chain()
      .split(tags("train", "val", { untagged: "ignore" }))
      .tune({ epochs: 1, batch: 0 })
      .start({ ignore: ["HYPERPARAMETER_RANGE"] });
    expect(await failure(empty.finished({ timeout: "30s" }))).toMatch(
      /TASK_FAILED.*batch must be a whole number/,
    );
    await empty.stop();
  }, 60_000);

  it("ends each mistake in one clear message, before a task exists", async () => {
    const mistakes = {
      token: () =>
        train(connect({ address: local.address, token: "wrong" }))
          .on(1)
          .project(1)
          .model("YOLO/YOLO26s-det")
          .start(),
      project: () => chain().project(4711).start(),
      model: () => chain().model(anyModel("YOLO/YOLO26s-dett")).start(),
      framework: () => chain().model("YOLLO/YOLO26s-det").start(),
      tag: () => chain().split(tags("trian", "val")).start(),
      class: () => chain().classes("Car").start(),
      checkpoint: () => chain().model("/experiments/1_x/2_y/checkpoints/best.pt").start(),
      agent: () => chain().on(77).start(),
    };
    const messages = await Promise.all(
      Object.entries(mistakes).map(async ([name, start]) => `${name}: ${await failure(start())}`),
    );
    expect(messages.join("\n").replaceAll(/\d+\.\d GiB/g, "N GiB")).toMatchInlineSnapshot(`
      "token: UNAUTHORIZED: teams.list answered 401: The API token is wrong or missing. Copy the token again from your account settings; it may have been revoked.
      project: PROJECT_NOT_FOUND: There is no project 4711, or this token cannot see it. Check the project id; the token's user must be in the project's team.
      model: SPEC_INVALID: model: Train YOLO v8 - 26 (rehearsal) has no model "YOLO26s-dett"; it would train its default model instead. [chain .model() over chain .model(): YOLO/YOLO26s-det; MODEL_UNKNOWN] Did you mean "YOLO26s-det"?
      framework: TRAIN_APP_NOT_FOUND: The instance has no training app for the framework "YOLLO". Did you mean "YOLO"?
      tag: SPEC_INVALID: split.train: The project has no tag "trian". [chain .split(); TAG_UNKNOWN] Did you mean "train"?
      class: SPEC_INVALID: classes: The project has no class "Car"; the platform would drop it silently. [chain .classes(); CLASS_UNKNOWN] Did you mean "car"?
      checkpoint: CHECKPOINT_NOT_FOUND: No team of this token has /experiments/1_x/2_y/checkpoints/best.pt in its Team Files. Copy the path from Team Files; it starts with /experiments/ and ends in .pt or .pth.
      agent: SPEC_INVALID: agent: The team has no agent 77. [chain .on() over chain .on(): 1; AGENT_UNKNOWN] These would do: local (1, N GiB free)."
    `);
    expect(messages.join("\n")).not.toContain(local.token);
  });
});

describe("the benchmark on an embedded instance", () => {
  it("evaluates the checkpoint that was left, and its report opens from the instance", async () => {
    const run = await chain().split(tags("train", "val")).tune({ epochs: 12 }).start();
    const { record, metrics } = await run.finished({ timeout: "60s" });
    const { evaluation_report_id: id, evaluation_report_link: link } = record;
    expect(link).toBe(`${local.address}/model-benchmark?id=${id}`);
    expect([record.primary_metric, metrics.mAP]).toEqual(["mAP", expect.any(Number)]);
    const said = (await run.logs()).flatMap(({ message }) => /val AP50 (\S+)$/.exec(message)?.[1] ?? []);
    expect(metrics.AP50).toBeCloseTo(Math.max(...said.map(Number)), 3);

    const open = (path: string, headers = {}) => fetch(`${local.address}${path}`, { headers });
    const signedIn = { "x-api-key": local.token };
    const report = await open(`/model-benchmark?id=${id}`, signedIn);
    expect(report.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(report.headers.get("content-security-policy")).toMatch(/^sandbox.*default-src 'none'/);
    expect(await report.text()).toContain("Confusion matrix");

    expect((await open(`/model-benchmark?id=${id}`)).status).toBe(401);
    const origin = { ...signedIn, origin: "http://elsewhere.example" };
    expect((await open(`/model-benchmark?id=${id}`, origin)).status).toBe(403);
    expect((await open("/model-benchmark?id=7", signedIn)).status).toBe(404);
    expect((await open("/model-benchmark?id=../x", signedIn)).status).toBe(400);
    const signIn = await open(`/model-benchmark?id=${id}`, { accept: "text/html" });
    expect(await signIn.text()).toContain(`value="/model-benchmark?id=${id}"`);
  }, 60_000);
});

describe("TrainApi on an embedded instance", () => {
  it("meets the chain: the same training by names of the specification", async () => {
    const api = new TrainApi(instance);
    const run = await api.run({
      projectId: project.id,
      model: "YOLO/YOLO26n-det",
      classes: ["tree", "car"],
      trainValSplit: tags("train", "val"),
      hyperparameters: "epochs: 1\nbatch: 4\nseed: 3\n",
      experimentName: "By name",
      enableSpeedtest: true,
      exportOnnx: true,
    });
    const experiment = await run.finished({ timeout: "60s" });
    expect(experiment.name).toBe("By name");
    expect(experiment.metrics.speed_ms_per_image).toBeGreaterThan(0);
    const rerun = await api.rerun({ taskId: run.taskId });
    expect(rerun.warnings[0]?.code).toBe("NO_AUTOSTART");
    await rerun.stop();
  }, 60_000);
});
