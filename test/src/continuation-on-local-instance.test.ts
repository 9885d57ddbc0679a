import { random } from "@trainyard/builder";
import type { TrainRun } from "@trainyard/core";
import { attach, connect, TrainApi } from "@trainyard/core";
import type { ImportedProject, LocalInstance } from "@trainyard/local";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
let local: LocalInstance;
let project: ImportedProject;
let api: TrainApi;
let first: TrainRun;

beforeAll(async () => {
  world = await startSampleWorld(12);
  ({ local, project } = world);
  api = new TrainApi(world.instance);
  first = await run({ trainValSplit: random(75), classes: ["car"] });
  await first.finished({ timeout: "60s" });
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

const run = (more: object) =>
  api.run({
    projectId: project.id,
    model: "YOLO/YOLO26n-det",
    hyperparameters: "epochs: 1\nbatch: 4\n",
    ...more,
  });

async function ask(name: string, body: unknown): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${local.address}/public/api/v3/${name}`, {
    method: "POST",
    headers: { "x-api-key": local.token, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}
const command = (taskId: number, name: string, state: unknown = {}) =>
  ask("tasks.request.direct", { taskId, command: name, state, timeout: 60 });
const loaded = async (taskId: number) =>
  ((await command(taskId, "app_state")).json as { app_state: Record<string, unknown> }).app_state;

describe("a training that goes on from another on an embedded instance", () => {
  it("fills the settings in, starts nothing, and trains when it is told to", async () => {
    const [tuned, again] = await Promise.all([
      api.finetune({ taskId: first.taskId }),
      api.rerun({ taskId: first.taskId }),
    ]);
    const settings = {
      classes: ["car"],
      train_val_split: { method: "random", split: "train", percent: 75 },
      hyperparameters: "epochs: 1\nbatch: 4\n",
    };
    expect(await loaded(again.taskId)).toMatchObject({
      ...settings,
      model: { source: "Pretrained models", model_name: "YOLO26n-det" },
    });
    const state = await loaded(tuned.taskId);
    expect(state).toMatchObject({
      ...settings,
      model: { source: "Custom models", task_id: first.taskId, checkpoint: "best.pt" },
    });
    for (const { taskId } of [tuned, again]) {
      expect((await ask("tasks.info", { id: taskId })).json).toMatchObject({ status: "started" });
      expect((await command(taskId, "train_status")).json).toEqual({ status: "" });
    }
    expect((await tuned.startTraining({ timeout: "30s" })).phase).not.toBe("waitingForStart");
    const experiment = await tuned.finished({ timeout: "60s" });
    expect(experiment.record.train_size).toBe(9);
    expect(experiment.model).toBe("YOLO26n-det");
  }, 60_000);

  it("is an error when its experiment's settings do not fit the project", async () => {
    const datasets = { method: "datasets", train_datasets: [1], val_datasets: [77] };
    const model = { source: "Pretrained models", model_name: "YOLO26n-det" };
    const place = `/experiments/${project.id}_scenes/${first.taskId}_YOLO/app_state.json`;
    const query = new URLSearchParams({ teamId: "1", path: place });
    const file = await fetch(`${local.address}/public/api/v3/file-storage.upload?${query}`, {
      method: "POST",
      headers: { "x-api-key": local.token, "content-type": "application/octet-stream" },
      body: JSON.stringify({ model, classes: ["car"], train_val_split: datasets }),
    });
    expect(file.status).toBe(200);
    const again = await api.rerun({ taskId: first.taskId });
    await expect(again.finished({ timeout: "30s" })).rejects.toThrow("failed");
    const log = await ask("tasks.log.download", { id: again.taskId });
    expect(JSON.stringify(log.json)).toContain("Datasets with ids: 77 not found in the project");
  }, 60_000);
});

describe("a training started by command", () => {
  it("ends its task, though its caller does not wait", async () => {
    const waiting = await run({ autostart: false, trainValSplit: random(50) });
    const state = await loaded(waiting.taskId);
    const started = await command(waiting.taskId, "train_from_api", { app_state: state, wait: false });
    expect(started.json).toEqual({ result: "model training started" });
    await attach(connect({ address: local.address, token: local.token }), waiting.ref).finished({
      timeout: "60s",
    });
    expect((await ask("tasks.info", { id: waiting.taskId })).json).toMatchObject({ status: "finished" });
  }, 60_000);
});
